package org.carelane.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the gateway speaks to services. */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

  /** Reactor Netty repeats a request of any method by itself when a pooled connection breaks. */
  @Bean
  HttpClientCustomizer withoutHiddenRetries() {
    return client -> client.disableRetry(true);
  }

  @Bean
  CircuitBreakerRegistry breakers(BreakerProperties properties) {
    return CircuitBreakerRegistry.of(
        CircuitBreakerConfig.custom()
            .slidingWindowSize(properties.window())
            .minimumNumberOfCalls(properties.minimumCalls())
            .failureRateThreshold(properties.failureRate())
            .waitDurationInOpenState(properties.openFor())
            .permittedNumberOfCallsInHalfOpenState(properties.trials())
            .build());
  }

  @Bean
  TimeLimiterRegistry timeLimits(BreakerProperties properties) {
    return TimeLimiterRegistry.of(
        TimeLimiterConfig.custom().timeoutDuration(properties.giveUpAfter()).build());
  }
}
