package org.carelane.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.SaslConfigs;
import org.carelane.deployment.checkout.Application;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ssl.SslProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What Spring makes of the environment and the secrets that a pod gives its service. */
class ServiceEnvironmentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth-service",
        "appointment-service",
        "payment-service",
        "notification-service",
        "chat-service"
      })
  void leadsToKafkaAndMongoDbWithTheServicesOwnPasswords(String service) {
    var binder = binder(Overlay.PRODUCTION, service);

    var kafka = binder.bind("spring.kafka", KafkaProperties.class).get();
    assertThat(kafka.getBootstrapServers())
        .containsExactly("kafka-kafka-bootstrap.carelane-kafka:9093");
    assertThat(kafka.getSecurity().getProtocol()).isEqualTo("SASL_SSL");
    assertThat(kafka.getSsl().getBundle()).isEqualTo("authority");
    assertThat(kafka.getProperties())
        .containsEntry(SaslConfigs.SASL_MECHANISM, "SCRAM-SHA-512")
        .containsEntry(
            SaslConfigs.SASL_JAAS_CONFIG,
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(service, "carelane.kafka.password of " + service));

    var mongodb = binder.bind("spring.mongodb", MongoProperties.class).get();
    assertThat(mongodb.getUri())
        .startsWith("mongodb://%s:carelane.mongodb.password of %1$s@".formatted(service))
        .contains("authSource=" + mongodb.getDatabase() + "&");
    assertThat(mongodb.getSsl().getBundle()).isEqualTo("authority");

    var bundle = binder.bind("spring.ssl", SslProperties.class).get().getBundle().getPem();
    assertThat(bundle.get("authority").getTruststore().getCertificate())
        .isEqualTo("file:/run/trust/ca.crt");
  }

  /** Each secret's value is its name and its owner's. */
  private static Binder binder(Overlay overlay, String service) {
    var manifests = overlay.manifests();
    var workload = manifests.instance(service);
    var environment = new StandardEnvironment();
    var sources = environment.getPropertySources();
    sources.forEach(it -> sources.remove(it.getName()));
    sources.addLast(
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new HashMap<>(workload.environment(manifests))));
    Map<String, Object> secrets =
        workload.secretFiles(manifests).stream()
            .collect(Collectors.toMap(it -> it, it -> it + " of " + service));
    sources.addLast(new MapPropertySource("secrets", secrets));
    sources.addLast(
        new MapPropertySource(
            "application.yml", Map.copyOf(Application.named(service).configuration())));
    ConfigurationPropertySources.attach(environment);
    return Binder.get(environment);
  }
}
