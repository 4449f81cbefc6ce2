package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.gateway.Client.assertProblem;
import static org.carelane.gateway.Client.json;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.carelane.apitesting.PublishedApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What an administrator is told of the services. */
@GatewayTest
@TestPropertySource(properties = "test.absent=notification-service")
class ServicesTest {

  private static final String SERVICES = "/api/v1/admin/services";

  private Client client;

  @Autowired CircuitBreakerRegistry breakers;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    client = new Client(port);
  }

  @AfterEach
  void closeBreakers() {
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  @Test
  void saysWhichInstancesAreReady() {
    Fleet.PAYMENTS.answer(exchange -> StubService.json(exchange, 503, "{\"status\":\"DOWN\"}"));
    Fleet.AUTH.stop();

    var answer = asAdmin();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(PublishedApi.WHOLE.complaints("/components/schemas/Services", answer.body()))
        .isEmpty();
    assertThat(json(answer).path("items").findValuesAsString("service"))
        .containsExactly(
            "gateway",
            "auth-service",
            "appointment-service",
            "payment-service",
            "notification-service",
            "chat-service");
    assertThat(statusesOf(answer, "gateway")).containsExactly("UP");
    assertThat(statusesOf(answer, "appointment-service")).containsExactly("UP");
    assertThat(statusesOf(answer, "payment-service")).containsExactly("DOWN");
    assertThat(statusesOf(answer, "auth-service")).containsExactly("UNREACHABLE");
    assertThat(statusesOf(answer, "notification-service")).isEmpty();
    assertThat(Fleet.APPOINTMENTS.lastReceived().path()).isEqualTo("/actuator/health/readiness");
    assertThat(answer.body()).as("no addresses").doesNotContain("127.0.0.1");
  }

  @Test
  void waitsForNobodyThatHangs() {
    var hung = new CountDownLatch(1);
    Fleet.APPOINTMENTS.answer(
        exchange -> {
          try {
            hung.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    var answer = asAdmin();
    hung.countDown();

    assertThat(statusesOf(answer, "appointment-service")).containsExactly("UNREACHABLE");
    assertThat(statusesOf(answer, "auth-service")).containsExactly("UP");
  }

  @Test
  void saysWhichRoutesAreLeftAlone() {
    breakers.circuitBreaker("payments").transitionToOpenState();

    var answer = asAdmin();

    assertThat(breakerOf(answer, "payment-service", "payments")).isEqualTo("OPEN");
    assertThat(breakerOf(answer, "payment-service", "sandbox")).isEqualTo("CLOSED");
    assertThat(breakerOf(answer, "chat-service", "live")).isEqualTo("CLOSED");
    assertThat(of(answer, "gateway").path("routes").isEmpty()).isTrue();
  }

  @Test
  void isForAdministrators() {
    assertProblem(client.get(SERVICES), 401, "unauthenticated");
    assertProblem(asking(Fleet.ISSUER.expiredToken("admin-1")), 401, "unauthenticated");
    assertProblem(asking(Fleet.ISSUER.token("patient-1")), 403, "forbidden");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  @Test
  void readsRequestsStrictly() {
    var token = "Bearer " + admin();
    assertProblem(
        client.get(SERVICES + "?service=chat", "Authorization", token), 400, "invalid-request");
    assertProblem(client.post(SERVICES, "{}", "Authorization", token), 405, "method-not-allowed");
  }

  private HttpResponse<String> asAdmin() {
    return asking(admin());
  }

  private HttpResponse<String> asking(String token) {
    return client.get(SERVICES, "Authorization", "Bearer " + token);
  }

  private static String admin() {
    return Fleet.ISSUER.token("admin-1", claims -> claims.claim("roles", List.of("ADMIN")));
  }

  private static JsonNode of(HttpResponse<String> answer, String service) {
    return json(answer)
        .path("items")
        .valueStream()
        .filter(it -> it.path("service").asString().equals(service))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> statusesOf(HttpResponse<String> answer, String service) {
    return of(answer, service).path("instances").findValuesAsString("status");
  }

  private static String breakerOf(HttpResponse<String> answer, String service, String route) {
    return of(answer, service)
        .path("routes")
        .valueStream()
        .filter(it -> it.path("id").asString().equals(route))
        .map(it -> it.path("breaker").asString())
        .findFirst()
        .orElseThrow();
  }
}
