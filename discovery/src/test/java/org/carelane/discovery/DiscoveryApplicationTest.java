package org.carelane.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"CARELANE_EVICTION_INTERVAL_MS=500", "CARELANE_EUREKA_SILENT_MS=0"})
class DiscoveryApplicationTest {

  private Register register;

  @BeforeEach
  void ask(@LocalServerPort int port) {
    register = new Register(port);
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

  private void awaitSight(String name, boolean there, int seconds) {
    await()
        .atMost(Duration.ofSeconds(seconds))
        .until(() -> register.get("/eureka/apps").contains(name) == there);
  }
}
