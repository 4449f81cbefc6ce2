package org.carelane.testservers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Points an application context at the servers. A record, so that equal tests share a context. */
record ServersProperties() implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    var servers = Servers.running();
    var jwks = TestTokens.jwksUri().toString();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test servers",
                Map.of(
                    "spring.mongodb.uri",
                    servers.mongoUri(),
                    "spring.mongodb.database",
                    "test_" + UUID.randomUUID(),
                    "spring.kafka.bootstrap-servers",
                    servers.kafka(),
                    "carelane.jwks-uri",
                    jwks,
                    "CARELANE_JWKS_URI",
                    jwks,
                    "eureka.client.enabled",
                    false)));
  }

  static final class Factory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
        Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
      return new ServersProperties();
    }
  }
}
