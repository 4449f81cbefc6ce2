package org.carelane.payments.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  /**
   * The provider that the service calls.
   *
   * @param provider the configured one; {@code null} if there is none
   */
  @Bean
  @Primary
  GuardedProvider guardedProvider(
      ProviderProperties properties,
      @Qualifier("provider") @Nullable PaymentProvider provider,
      MeterRegistry meters) {
    if (provider == null) {
      throw new IllegalStateException(
          "The payment provider 'sandbox' exists only in the profiles local and test");
    }
    var breakers = CircuitBreakerRegistry.of(breaker(properties.breaker()));
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    var breaker = breakers.circuitBreaker(properties.provider());
    return new GuardedProvider(provider, breaker, timeLimiter(properties));
  }

  private static TimeLimiter timeLimiter(ProviderProperties properties) {
    var config = TimeLimiterConfig.custom().timeoutDuration(properties.call().timeout()).build();
    return TimeLimiter.of(properties.provider(), config);
  }

  private static CircuitBreakerConfig breaker(ProviderProperties.Breaker settings) {
    return CircuitBreakerConfig.custom()
        .failureRateThreshold(settings.failureRate())
        .slidingWindowSize(settings.calls())
        .minimumNumberOfCalls(settings.minimumCalls())
        .waitDurationInOpenState(settings.pause())
        .build();
  }
}
