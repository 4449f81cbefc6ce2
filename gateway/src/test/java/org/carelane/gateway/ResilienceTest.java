package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carelane.gateway.Client.assertProblem;
import static org.carelane.gateway.Client.header;

import com.sun.net.httpserver.HttpExchange;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
    properties = {
      "CARELANE_GATEWAY_RESPONSE_TIMEOUT=1s",
      "CARELANE_GATEWAY_BREAKER_OPEN_FOR=5s",
      "test.absent=notification-service"
    })
class ResilienceTest {

  private final CountDownLatch hung = new CountDownLatch(1);
  private Client client;

  @Autowired CircuitBreakerRegistry breakers;
  @Autowired RouteLocator routes;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    client = new Client(port);
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  @AfterEach
  void letGo() {
    hung.countDown();
  }

  @Test
  void answersForAServiceThatTakesTooLong() {
    Fleet.PAYMENTS.answer(this::hang);

    var before = Instant.now();
    var answer = client.get("/api/v1/payments/1");

    assertProblem(answer, 503, "service-unavailable");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(12));
    assertThat(header(answer, "Retry-After")).isEqualTo("5");
  }

  @Test
  void answersAtOnceForAServiceThatIsNotThere() {
    Fleet.PAYMENTS.stop();

    var before = Instant.now();
    assertProblem(client.post("/api/v1/payments/1/confirm", "{}"), 503, "service-unavailable");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(12));
  }

  @Test
  void tellsWhoSentAKeyThatTheSameMayBeSentAgain() {
    Fleet.PAYMENTS.stop();

    var answer = client.post("/api/v1/payments/1/confirm", "{}", "Idempotency-Key", "k");
    assertProblem(answer, 503, "service-unavailable");
    assertThat(answer.body()).contains("unknown").contains("with the same Idempotency-Key");
  }

  @Test
  void stopsAskingAServiceThatFailsAndComesBackWithIt() {
    Fleet.PAYMENTS.stop();
    IntStream.range(0, 10).forEach(i -> client.post("/api/v1/payments/1/confirm", "{}"));
    assertThat(breaker().getState()).isEqualTo(State.OPEN);

    Fleet.PAYMENTS.startAgain();
    assertProblem(client.get("/api/v1/payments/1"), 503, "service-unavailable");
    assertThat(Fleet.PAYMENTS.received()).as("left alone while open").isEmpty();
    assertThat(client.get("/api/v1/doctors").statusCode()).as("others go on").isEqualTo(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get("/api/v1/payments/1").statusCode() == 200);
    IntStream.range(0, 5)
        .forEach(i -> assertThat(client.get("/api/v1/payments/1").statusCode()).isEqualTo(200));
    assertThat(breaker().getState()).isEqualTo(State.CLOSED);
  }

  /** Searches and bookings are answered by the same service. */
  @Test
  void goesOnBookingWhileSearchesTakeTooLong() throws Exception {
    Fleet.APPOINTMENTS.answer(
        exchange -> {
          if (exchange.getRequestURI().getPath().startsWith("/api/v1/doctors")) {
            hang(exchange);
          } else {
            StubService.json(exchange, 202, "{}");
          }
        });
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 10).forEach(_ -> many.submit(() -> client.get("/api/v1/doctors/1/slots")));
    }

    assertThat(breakers.circuitBreaker("doctors").getState()).isEqualTo(State.OPEN);
    assertProblem(client.get("/api/v1/doctors"), 503, "service-unavailable");
    assertThat(client.post("/api/v1/appointments", "{}").statusCode()).isEqualTo(202);
    assertThat(client.get("/api/v1/appointments").statusCode()).isEqualTo(202);
  }

  @Test
  void countsTheCallsOfEachRouteForItself() {
    for (var path :
        List.of(
            "/api/v1/doctors",
            "/api/v1/appointments",
            "/api/v1/admin/sagas",
            "/api/v1/auth/me",
            "/api/v1/admin/accounts",
            "/.well-known/jwks.json",
            "/api/v1/payments",
            "/api/v1/sandbox/ledger",
            "/api/v1/conversations",
            "/api-docs/auth-service")) {
      client.get(path);
    }

    assertThat(breakers.getAllCircuitBreakers())
        .filteredOn(it -> it.getMetrics().getNumberOfBufferedCalls() > 0)
        .hasSize(10)
        .allMatch(it -> it.getMetrics().getNumberOfBufferedCalls() == 1)
        .extracting(CircuitBreaker::getName)
        .isSubsetOf(routes.getRoutes().map(Route::getId).collectList().block());
  }

  @Test
  void doesNotCountAnswersOfAServiceAgainstIt() {
    Fleet.PAYMENTS.answer(exchange -> StubService.json(exchange, 500, "{}"));

    IntStream.range(0, 20)
        .forEach(i -> assertThat(client.get("/api/v1/payments/1").statusCode()).isEqualTo(500));

    assertThat(breaker().getState()).isEqualTo(State.CLOSED);
  }

  @Test
  void triesAReadAgain() {
    var tries = new AtomicInteger();
    Fleet.PAYMENTS.answer(
        exchange -> {
          if (tries.incrementAndGet() < 3) {
            exchange.close();
          } else {
            StubService.json(exchange, 200, "{}");
          }
        });

    assertThat(client.get("/api/v1/payments/1").statusCode()).isEqualTo(200);
    assertThat(tries).hasValue(3);
  }

  @Test
  void givesAReadUpInTheEnd() {
    Fleet.PAYMENTS.answer(HttpExchange::close);

    assertProblem(client.get("/api/v1/payments/1"), 503, "service-unavailable");
    assertThat(Fleet.PAYMENTS.received()).hasSize(3);
  }

  @Test
  void neverRepeatsAWrite() {
    client.get("/api/v1/payments/1");
    Fleet.PAYMENTS.answerAsUsual();
    Fleet.PAYMENTS.answer(HttpExchange::close);

    assertProblem(client.post("/api/v1/payments/1/confirm", "{}"), 503, "service-unavailable");

    assertThat(Fleet.PAYMENTS.received()).hasSize(1);
  }

  /** Reactor Netty has retries of its own, for connections that break before a request is sent. */
  @Test
  void neverRepeatsAWriteWhoseConnectionIsReset() throws Exception {
    Fleet.PAYMENTS.stop();
    try (var service = new ResettingService(Fleet.PAYMENTS.port())) {
      var answer = client.post("/api/v1/payments/1/confirm", "{}");

      assertProblem(answer, 503, "service-unavailable");
      assertThat(service.requests()).isEqualTo(1);
    }
  }

  @Test
  void answersForAServiceNobodyHasRegistered() {
    assertProblem(client.get("/api/v1/notifications"), 503, "service-unavailable");
  }

  private CircuitBreaker breaker() {
    return breakers.circuitBreaker("payments");
  }

  private void hang(HttpExchange exchange) {
    try {
      hung.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
