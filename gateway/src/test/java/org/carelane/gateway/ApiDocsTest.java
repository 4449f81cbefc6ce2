package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.gateway.Client.assertProblem;
import static org.carelane.gateway.Client.header;
import static org.carelane.gateway.Client.json;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ApiDocsTest {

  private Client client;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    client = new Client(port);
  }

  @Test
  void servesThePageWithAllItLoads() {
    var page = client.get("/api-docs", "Accept", "text/html,*/*;q=0.8");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(header(page, "Content-Security-Policy")).contains("default-src 'self'");
    var assets = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
    assertThat(assets.results().map(asset -> asset.group(1)).toList())
        .hasSize(4)
        .allSatisfy(asset -> assertThat(asset).startsWith("/"))
        .allSatisfy(asset -> assertThat(client.get(asset).statusCode()).isEqualTo(200));
  }

  @Test
  void listsAllAndEveryService() {
    var list = json(client.get("/api-docs", "Accept", "application/json"));

    assertThat(list.findValuesAsString("name"))
        .containsExactly(
            "carelane",
            "auth-service",
            "appointment-service",
            "payment-service",
            "notification-service",
            "chat-service");
    assertThat(list.findValuesAsString("url"))
        .allSatisfy(url -> assertThat(client.get(url).statusCode()).isEqualTo(200));
  }

  @Test
  void passesADescriptionOnAsServedFromHere() {
    var padding = "x".repeat(600_000);
    Fleet.PAYMENTS.answer(
        exchange ->
            StubService.json(
                exchange,
                200,
                """
                {"openapi":"3.1.0","info":{"description":"%s"},
                 "servers":[{"url":"http://10.0.0.7:8083"}],"paths":{"/api/v1/payments":{}}}
                """
                    .formatted(padding)));

    var description = json(client.get("/api-docs/payment-service"));

    assertThat(Fleet.PAYMENTS.lastReceived().path()).isEqualTo("/v3/api-docs");
    assertThat(description.path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(description.path("paths").has("/api/v1/payments")).isTrue();
    assertThat(description.path("servers").size()).isEqualTo(1);
    assertThat(description.at("/servers/0/url").asString()).isEqualTo("/");
  }

  @Test
  void servesTheDescriptionOfAllWhileServicesAreAway() {
    Fleet.PAYMENTS.stop();

    var reply = client.get("/api-docs/openapi.json");

    assertThat(header(reply, "Content-Type")).isEqualTo("application/json");
    var description = json(reply);
    assertThat(description.at("/info/description").asString())
        .startsWith("Carelane books medical appointments")
        .contains("## Sign in", "## Book");
    assertThat(description.path("paths").propertyNames())
        .contains("/api/v1/auth/login", "/api/v1/appointments", "/api/v1/payments/{id}");
  }

  @Test
  void saysSoWhenAServiceIsAway() {
    Fleet.PAYMENTS.stop();
    assertProblem(client.get("/api-docs/payment-service"), 503, "service-unavailable");
  }

  @Test
  void welcomesAtTheRoot() {
    var page = client.get("/", "Accept", "text/html");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("/api-docs");
  }
}
