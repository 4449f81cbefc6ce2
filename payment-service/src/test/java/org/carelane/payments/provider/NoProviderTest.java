package org.carelane.payments.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class NoProviderTest {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ProviderProperties.class)
  static class Properties {}

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withBean(SimpleMeterRegistry.class)
          .withUserConfiguration(Properties.class, ProviderConfiguration.class);

  @Test
  void serviceWithoutAProviderDoesNotStart() {
    service.run(context -> assertThat(context).hasFailed());
  }

  @Test
  void sandboxIsNotForProduction() {
    service
        .withPropertyValues("carelane.payments.provider=sandbox")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("only in the profiles local and test"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stripe"})
  void saysWhatIsMissing(String provider) {
    service
        .withPropertyValues("carelane.payments.provider=" + provider)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("must name a payment provider"));
  }
}
