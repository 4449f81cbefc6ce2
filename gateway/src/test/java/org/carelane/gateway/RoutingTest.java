package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.gateway.Client.assertProblem;
import static org.carelane.gateway.Client.json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RoutingTest {

  private Client client;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    client = new Client(port);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/auth/login, auth-service",
    "/api/v1/auth/me, auth-service",
    "/api/v1/admin/accounts, auth-service",
    "/api/v1/admin/accounts/1/disable, auth-service",
    "/.well-known/jwks.json, auth-service",
    "/api/v1/doctors, appointment-service",
    "/api/v1/doctors/1/slots?from=2026-12-01, appointment-service",
    "/api/v1/specializations, appointment-service",
    "/api/v1/appointments, appointment-service",
    "/api/v1/appointments/1/cancel, appointment-service",
    "/api/v1/admin/sagas, appointment-service",
    "/api/v1/admin/dead-letters/appointment-service, appointment-service",
    "/api/v1/admin/dead-letters/payment-service, payment-service",
    "/api/v1/admin/dead-letters/payment-service/payment.commands/7/send-again, payment-service",
    "/api/v1/admin/dead-letters/notification-service, notification-service",
    "/api/v1/admin/dead-letters/chat-service, chat-service",
    "/api/v1/payments, payment-service",
    "/api/v1/payments/1/confirm, payment-service",
    "/api/v1/sandbox/ledger, payment-service",
    "/api/v1/notifications, notification-service",
    "/api/v1/notifications/1/read, notification-service",
    "/api/v1/conversations, chat-service",
    "/api/v1/conversations/1/messages, chat-service",
  })
  void sendsEachPathToItsService(String path, String service) {
    var answer = client.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("service").asString()).isEqualTo(service);
  }

  @Test
  void sendsPathQueryAndBodyOnUnchanged() {
    client.post(
        "/api/v1/appointments?a=b%20c", "{\"slotId\":\"1\"}", "Content-Type", "application/json");

    var seen = Fleet.APPOINTMENTS.lastReceived();
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.path()).isEqualTo("/api/v1/appointments?a=b%20c");
    assertThat(seen.body()).isEqualTo("{\"slotId\":\"1\"}");
    assertThat(seen.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void publishesTheKeysUnderTheApiToo() {
    assertThat(client.get("/api/v1/.well-known/jwks.json").statusCode()).isEqualTo(200);
    assertThat(Fleet.AUTH.lastReceived().path()).isEqualTo("/.well-known/jwks.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1",
        "/api/v1/nothing",
        "/api/v2/doctors",
        "/api/v1/admin",
        "/api/v1/admin/dead-letters",
        "/api/v1/admin/dead-letters/auth-service",
        "/api-docs/nothing",
        "/appointment-service/api/v1/doctors",
        "/v3/api-docs",
        "/favicon.ico"
      })
  void knowsNoOtherPaths(String path) {
    assertProblem(client.get(path), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/doctors/../../../actuator/prometheus",
        "/api/v1/doctors/%2e%2e/%2e%2e/%2e%2e/actuator/prometheus",
        "/api/v1/doctors/..;/..;/..;/actuator/prometheus",
        "/api/v1/doctors/..%2f..%2f..%2factuator/prometheus",
        "//api/v1/doctors",
      })
  void letsNobodyOutOfThePublicPaths(String path) {
    assertProblem(client.get(path), 400, "invalid-request");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  @Test
  void doesNotServeTheOperationsOfServices() {
    assertProblem(client.get("/appointment-service/actuator/health"), 404, "not-found");
    assertProblem(client.get("/api/v1/actuator/health"), 404, "not-found");
  }

  @Test
  void keepsWhatOnlyTheGatewayMaySay() {
    client.get(
        "/api/v1/doctors",
        "X-Forwarded-For",
        "203.0.113.7",
        "X-Forwarded-Host",
        "evil.example",
        "X-Forwarded-Proto",
        "https",
        "Forwarded",
        "for=203.0.113.7",
        "X-Real-IP",
        "203.0.113.7",
        "X-User-Id",
        "admin",
        "X-Carelane-Account",
        "admin",
        "X-Internal-Role",
        "ADMIN",
        "X-Original-URL",
        "/actuator",
        "X-HTTP-Method-Override",
        "DELETE",
        "Idempotency-Key",
        "kept");

    var seen = Fleet.APPOINTMENTS.lastReceived().headers();
    assertThat(seen.get("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(seen.get("X-Forwarded-Proto")).containsExactly("http");
    assertThat(seen.keySet())
        .doesNotContain(
            "X-forwarded-host",
            "Forwarded",
            "X-real-ip",
            "X-user-id",
            "X-carelane-account",
            "X-internal-role",
            "X-original-url",
            "X-http-method-override");
    assertThat(seen.getFirst("Idempotency-Key")).isEqualTo("kept");
  }

  @Test
  void passesRefusalsOfServicesOnAsTheyAre() {
    Fleet.APPOINTMENTS.answer(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/api/v1/appointments/1");
          StubService.json(exchange, 409, "{\"type\":\"urn:carelane:problem:slot-taken\"}");
        });

    var answer = client.post("/api/v1/appointments", "{}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("slot-taken");
    assertThat(Client.header(answer, "Location")).isEqualTo("/api/v1/appointments/1");
  }
}
