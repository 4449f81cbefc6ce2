package org.carelane.deployment.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Application;
import org.carelane.deployment.checkout.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ComposeTest {

  static final String SCHEMA = "every key is one that is meant to be there";

  static Stream<String> rules() {
    return Stream.concat(Stream.of(SCHEMA), ComposeRules.ALL.keySet().stream());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void keepsTheRules(String rule) {
    assertThat(complaints(rule, ComposeFile.ofProject())).isEmpty();
  }

  static List<String> complaints(String rule, ComposeFile file) {
    return rule.equals(SCHEMA) ? schemaErrors(file.root()) : ComposeRules.complaints(rule, file);
  }

  private static List<String> schemaErrors(JsonNode compose) {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ComposeTest.class.getResourceAsStream("/compose.schema.json"));
    return schema.validate(compose).stream().map(Object::toString).toList();
  }

  @Test
  void scalesEveryServiceBehindTheGatewayAndNothingElse() {
    var scaled = ComposeFile.of(Checkout.text("compose.scale.yml"), Map.of()).services();
    assertThat(scaled.keySet()).isEqualTo(Set.copyOf(Application.behindTheGateway()));
    assertThat(scaled.values())
        .allSatisfy(
            service ->
                assertThat(service.path("deploy").path("replicas").asInt()).isGreaterThan(1));
  }

  /** Compose itself, where it is installed. */
  @Test
  void isAcceptedByCompose() throws IOException, InterruptedException {
    var client = client();
    assumeTrue(client.isPresent(), "no Docker Compose 2 here: its own check is left out");
    var arguments =
        List.of(
            "--env-file",
            ".env.example",
            "-f",
            "docker-compose.yml",
            "-f",
            "compose.scale.yml",
            "config");
    var answer = run(Stream.concat(client.get().stream(), arguments.stream()).toList());
    assertThat(answer.status()).as(answer.output()).isZero();
  }

  /** Without values it ends, and says what to do. */
  @Test
  void isRefusedByComposeWithoutValues() throws IOException, InterruptedException {
    var client = client();
    assumeTrue(client.isPresent(), "no Docker Compose 2 here: its own check is left out");
    var arguments = List.of("--env-file", "/dev/null", "-f", "docker-compose.yml", "config", "-q");
    var answer = run(Stream.concat(client.get().stream(), arguments.stream()).toList());
    assertThat(answer.status()).isNotZero();
    assertThat(answer.output()).contains("copy .env.example to .env");
  }

  private record Answer(int status, String output) {}

  private static Optional<List<String>> client() throws InterruptedException {
    for (var client : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
      try {
        var version = run(Stream.concat(client.stream(), Stream.of("version", "--short")).toList());
        if (version.status() == 0 && !version.output().startsWith("1.")) {
          return Optional.of(client);
        }
      } catch (IOException notInstalled) {
        // the next one
      }
    }
    return Optional.empty();
  }

  private static Answer run(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(Checkout.path(".").toFile());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), output);
  }
}
