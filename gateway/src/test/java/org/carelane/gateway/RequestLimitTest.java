package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carelane.gateway.Client.assertProblem;
import static org.carelane.gateway.Client.header;

import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
    properties = {
      "carelane.gateway.requests.at-once=2",
      "CARELANE_CORS_ORIGINS=https://clinic.example"
    })
class RequestLimitTest {

  private static final String STREAM = "/api/v1/notifications/stream";

  private final CountDownLatch slow = new CountDownLatch(1);
  private final HttpClient http = HttpClient.newHttpClient();
  private Client client;

  @Autowired MeterRegistry meters;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    Fleet.APPOINTMENTS.answer(this::answerLate);
    client = new Client(port);
  }

  @AfterEach
  void letGo() {
    slow.countDown();
    http.close();
    awaitAPlace();
  }

  @Test
  void refusesWhatIsBeyondTheLimitForAsLongAsItIs() {
    var first = hold();
    var second = hold();
    var before = refusals();

    var refused = client.get("/api/v1/payments/1", "Origin", "https://clinic.example");

    assertProblem(refused, 503, "service-unavailable");
    assertThat(header(refused, "Retry-After")).isEqualTo("2");
    assertThat(header(refused, "Access-Control-Allow-Origin"))
        .as("a page of another origin can read why")
        .isEqualTo("https://clinic.example");
    assertThat(header(refused, "X-Trace-Id")).isNotEmpty();
    assertThat(Fleet.PAYMENTS.received()).isEmpty();
    assertThat(refusals()).isEqualTo(before + 1);

    slow.countDown();
    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(second.join().statusCode()).isEqualTo(200);
    awaitAPlace();
  }

  @Test
  void doesNotCountStreams() {
    Fleet.NOTIFICATIONS.answer(this::answerLate);
    open(STREAM);
    open(STREAM);
    open(STREAM.replace("stream", "str%65am"));
    await().atMost(Duration.ofSeconds(30)).until(() -> Fleet.NOTIFICATIONS.received().size() == 3);

    assertThat(asksForPayments()).isEqualTo(200);
  }

  @Test
  void givesThePlaceOfAClientBackThatLeft() {
    var first = hold();
    var second = hold();
    assertThat(asksForPayments()).isEqualTo(503);

    first.cancel(true);
    second.cancel(true);

    awaitAPlace();
  }

  /** A request that waits for its answer; sent again while there is no place for it. */
  private CompletableFuture<HttpResponse<String>> hold() {
    var before = Fleet.APPOINTMENTS.received().size();
    var request = open("/api/v1/doctors");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Fleet.APPOINTMENTS.received().size() > before || request.isDone());
    return request.isDone() ? hold() : request;
  }

  /** A place is given back a moment after the client has its answer. */
  private void awaitAPlace() {
    await().atMost(Duration.ofSeconds(30)).until(() -> asksForPayments() == 200);
  }

  private int asksForPayments() {
    return client.get("/api/v1/payments/1").statusCode();
  }

  private CompletableFuture<HttpResponse<String>> open(String path) {
    return http.sendAsync(client.request(path).build(), BodyHandlers.ofString());
  }

  private double refusals() {
    return meters.counter("carelane.requests.refused").count();
  }

  private void answerLate(HttpExchange exchange) throws IOException {
    try {
      slow.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    StubService.json(exchange, 200, "{}");
  }
}
