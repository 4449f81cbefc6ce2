package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.gateway.Client.assertProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** By default, without any setting. */
@GatewayTest
class ManagementPortTest {

  @LocalServerPort int publicPort;
  @LocalManagementPort int managementPort;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/health/readiness",
        "/actuator/info",
        "/actuator/prometheus",
        "/actuator/env"
      })
  void thePublicPortTellsNothingOfOperations(String path) {
    assertThat(managementPort).isNotEqualTo(publicPort);
    assertProblem(new Client(publicPort).get(path), 404, "not-found");
  }

  @Test
  void healthAndMetricsAreOnAPortOfTheirOwn() {
    var client = new Client(managementPort);
    new Client(publicPort).get("/api/v1/doctors");

    assertThat(client.get("/actuator/health/liveness").body()).contains("UP");
    assertThat(client.get("/actuator/health/readiness").body()).contains("UP");
    assertThat(client.get("/actuator/prometheus").body())
        .contains("http_server_requests_seconds_count", "resilience4j_circuitbreaker_state");
    assertThat(client.get("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(client.get("/actuator/gateway/routes").statusCode()).isEqualTo(404);
  }
}
