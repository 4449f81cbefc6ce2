package org.carelane.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The registries that Spring Cloud needs. Resilience4j's own starter does not support Spring Boot
 * 4.
 */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

  @Bean
  CircuitBreakerRegistry circuitBreakers(BreakerProperties properties) {
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
