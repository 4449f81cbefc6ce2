package org.carelane.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What a register says, alone and beside another one, that has just started. */
class RestartTest {

  private static final int SILENT_MS = 4_000;

  private final int first = freePort();
  private final int second = freePort();
  private ConfigurableApplicationContext one;
  private ConfigurableApplicationContext other;

  @AfterEach
  void stop() {
    Stream.of(one, other).filter(Objects::nonNull).forEach(ConfigurableApplicationContext::close);
  }

  @Test
  void anEmptyRegisterIsNotReadOutUntilEveryoneHadTimeToComeBack() throws Exception {
    var begun = Instant.now();
    one = start(first);
    var register = new Register(first);

    assertThat(register.register("survivor", 30)).as("written to at once").isEqualTo(204);
    assertThat(register.read("/eureka/apps").statusCode()).isEqualTo(403);
    assertThat(register.read("/eureka/apps/delta").statusCode()).isEqualTo(403);
    assertThat(register.read("/actuator/health/readiness").statusCode()).isEqualTo(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> register.read("/eureka/apps").statusCode() == 200);
    assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofMillis(SILENT_MS));
    assertThat(register.get("/eureka/apps")).contains("SURVIVOR");
  }

  @Test
  void whatOnePeerIsToldTheOtherKnowsAndLearnsAgainAfterItsRestart() throws Exception {
    one = start(first);
    other = start(second);
    var told = new Register(first);
    var asked = new Register(second);
    assertThat(told.register("everywhere", 30)).isEqualTo(204);
    awaitKnown(asked);

    other.close();
    other = start(second);
    assertThat(told.renew("everywhere")).isEqualTo(200);

    awaitKnown(asked);
    assertThat(told.get("/eureka/apps")).contains("EVERYWHERE");
  }

  private static void awaitKnown(Register register) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> register.read("/eureka/apps").body().contains("EVERYWHERE"));
  }

  /** As two on one host know each other. */
  private ConfigurableApplicationContext start(int port) {
    var address = "http://127.0.0.1:%d/eureka/";
    Map<String, Object> settings =
        Map.of(
            "server.port",
            port,
            "eureka.server.my-url",
            address.formatted(port),
            "CARELANE_EUREKA_PEERS",
            address.formatted(first) + "," + address.formatted(second),
            "CARELANE_EUREKA_SILENT_MS",
            SILENT_MS,
            "carelane.discovery.password",
            Register.PASSWORD);
    return new SpringApplicationBuilder(DiscoveryApplication.class)
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
