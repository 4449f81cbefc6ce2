package org.carelane.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "CARELANE_EVICTION_INTERVAL_MS=500",
      "CARELANE_EUREKA_SILENT_MS=0",
      "carelane.discovery.password=" + Register.PASSWORD
    })
class DiscoveryApplicationTest {

  private Register register;
  private Register stranger;

  @BeforeEach
  void ask(@LocalServerPort int port) {
    register = new Register(port);
    stranger = new Register(port, "");
  }

  @Test
  void showsANewcomerSoon() throws Exception {
    assertThat(register.register("newcomer", 30)).isEqualTo(204);
    awaitSight("NEWCOMER", true, 10);
  }

  @Test
  void forgetsAnInstanceThatStopsRenewing() throws Exception {
    assertThat(register.register("mortal", 4)).isEqualTo(204);
    awaitSight("MORTAL", true, 10);
    // Eureka waits twice the lease before it evicts.
    awaitSight("MORTAL", false, 40);
  }

  @Test
  void isHealthyAndMeasured() throws Exception {
    assertThat(register.get("/actuator/health/readiness")).contains("UP");
    assertThat(register.get("/actuator/prometheus")).contains("jvm_memory_used_bytes");
  }

  @Test
  void isReadAndWrittenByThoseAloneWhoKnowThePassword() throws Exception {
    for (var caller : List.of(stranger, new Register(register.port(), "guessed"))) {
      assertThat(caller.register("intruder", 30)).isEqualTo(401);
      assertThat(caller.renew("intruder")).isEqualTo(401);
      for (var path : List.of("/eureka/apps", "/eureka/apps/delta", "/", "/lastn", "/actuator")) {
        var answer = caller.read(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
      }
    }
    assertThat(register.get("/eureka/apps")).doesNotContain("INTRUDER");
  }

  @Test
  void tellsAnybodyHowItIs() throws Exception {
    assertThat(stranger.get("/actuator/health/liveness")).contains("UP");
    assertThat(stranger.get("/actuator/health/readiness")).contains("UP");
    assertThat(stranger.get("/actuator/prometheus")).contains("jvm_memory_used_bytes");
  }

  @Test
  void doesNotStartWithoutAPassword() {
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(DiscoveryApplication.class)
                    .run("--server.port=0", "--CARELANE_SECRETS=/nowhere"))
        .rootCause()
        .hasMessageContaining("carelane.discovery.password must be set");
  }

  private void awaitSight(String name, boolean there, int seconds) {
    await()
        .atMost(Duration.ofSeconds(seconds))
        .until(() -> register.get("/eureka/apps").contains(name) == there);
  }
}
