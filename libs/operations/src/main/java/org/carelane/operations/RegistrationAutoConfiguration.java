package org.carelane.operations;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.discovery.EurekaClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaRegistration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a service registers, and how it drains before it stops. */
@AutoConfiguration(after = EurekaClientAutoConfiguration.class)
@EnableConfigurationProperties(DrainProperties.class)
public class RegistrationAutoConfiguration {

  @Bean
  RegistrationHealth registrationHealthIndicator(ObjectProvider<EurekaRegistration> registration) {
    return new RegistrationHealth(registration::getIfAvailable);
  }

  /** A service that does not register gets no requests, and has nothing to drain. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(EurekaClient.class)
  static class Registered {

    @Bean
    RegisteredStatus registeredStatus(ApplicationInfoManager instance) {
      return new RegisteredStatus(instance);
    }

    @Bean
    Drain drain(ApplicationContext context, DrainProperties properties) {
      return new Drain(context, properties.time());
    }
  }
}
