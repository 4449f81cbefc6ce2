package org.carelane.chat.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Apart from {@link LiveConfiguration}, which needs it to build the broker. */
@Configuration(proxyBeanMethods = false)
class LiveBeans {

  @Bean
  LiveScheduler liveScheduler() {
    return new LiveScheduler();
  }
}
