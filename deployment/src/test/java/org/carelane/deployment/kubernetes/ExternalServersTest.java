package org.carelane.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Checkout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Production with a Kafka and a MongoDB that are run elsewhere: two lines of it are others. */
class ExternalServersTest {

  /** What these say is to be seen to by whoever runs the servers. */
  private static final Set<Check> OF_THE_OPERATORS =
      Set.of(
          KafkaChecks.TOPICS,
          KafkaChecks.BROKERS,
          KafkaChecks.ENCRYPTED,
          KafkaChecks.USERS,
          MongoDbChecks.MEMBERS,
          MongoDbChecks.USERS);

  private static Manifests manifests;

  @BeforeAll
  static void build(@TempDir Path directory) throws IOException {
    var production = Checkout.path("k8s/overlays/production");
    var kustomization =
        Checkout.text("k8s/overlays/production/kustomization.yaml")
            .replace("kafka-on-strimzi", "kafka-external")
            .replace("mongodb-on-operator", "mongodb-external")
            .replace(
                "../..",
                directory
                    .toRealPath()
                    .relativize(production.getParent().getParent().toRealPath())
                    .toString());
    Files.writeString(directory.resolve("kustomization.yaml"), kustomization);
    for (var file : Checkout.files("k8s/overlays/production", ".yaml")) {
      if (!file.endsWith("kustomization.yaml")) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
    manifests = Overlay.build(directory);
  }

  static Stream<Check> checks() {
    return Checks.ALL.stream()
        .filter(it -> it.holdsIn(Overlay.PRODUCTION))
        .filter(it -> !OF_THE_OPERATORS.contains(it));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("checks")
  void meetsTheRule(Check check) {
    assertThat(check.of(manifests)).as(check.name()).isEmpty();
  }

  @Test
  void bringsNoServer() {
    assertThat(manifests.documents("Kafka")).isEmpty();
    assertThat(manifests.documents("MongoDBCommunity")).isEmpty();
  }
}
