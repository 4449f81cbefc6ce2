package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.carelane.testservers.WithServers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** What the fleet on one machine gets without any configuration. */
@WithServers
@ActiveProfiles("local")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LocalProfileTest {

  @LocalServerPort int port;

  @Test
  void hasADemoAdmin() {
    var reply = Client.at(port).login("admin@carelane.example", "carelane-demo-admin");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void describesItsApi() {
    var description = Client.at(port).get("/v3/api-docs").body();
    var paths = description.path("paths");
    assertThat(paths.propertyNames())
        .contains(
            "/.well-known/jwks.json",
            "/api/v1/auth/register",
            "/api/v1/auth/login",
            "/api/v1/auth/refresh",
            "/api/v1/auth/logout",
            "/api/v1/auth/me",
            "/api/v1/admin/accounts",
            "/api/v1/admin/accounts/{id}/disable");
    var ours = paths.propertyNames().stream().filter(path -> !path.equals("/error"));
    assertThat(ours.map(paths::path).flatMap(JsonNode::valueStream))
        .filteredOn(operation -> !operation.path("summary").isString())
        .extracting(operation -> operation.path("operationId").asString())
        .isEmpty();
    assertThat(paths.path("/api/v1/auth/login").path("post").path("responses").propertyNames())
        .contains("200", "400", "401", "429");
  }

  @Test
  void isHealthy() {
    assertThat(Client.at(port).get("/actuator/health/readiness").text("status")).isEqualTo("UP");
  }
}
