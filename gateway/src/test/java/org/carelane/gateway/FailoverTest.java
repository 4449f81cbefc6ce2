package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carelane.gateway.Client.assertProblem;

import com.sun.net.httpserver.HttpExchange;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Two instances of a service, one of which is killed. */
@GatewayTest
@TestPropertySource(properties = "carelane.gateway.unreachable.leave-out-for=4s")
class FailoverTest {

  private static final StubService SECOND = StubService.start("payment-service");
  private static final StubService SECOND_INBOX = StubService.start("notification-service");
  private static final StubService SECOND_AUTH = StubService.start("auth-service");
  private static final StubService DEAD_CHAT = StubService.start("chat-service");

  private Client client;
  private int port;

  @Autowired CircuitBreakerRegistry breakers;

  @DynamicPropertySource
  static void instances(DynamicPropertyRegistry properties) {
    properties.add("test.second.payment-service", SECOND::url);
    properties.add("test.second.notification-service", SECOND_INBOX::url);
    properties.add("test.second.auth-service", SECOND_AUTH::url);
    properties.add("test.second.chat-service", DEAD_CHAT::url);
  }

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    SECOND.answerAsUsual();
    SECOND_INBOX.answerAsUsual();
    SECOND_AUTH.answerAsUsual();
    this.port = port;
    client = new Client(port);
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    awaitThatBothAreAsked();
  }

  @AfterEach
  void comeBack() {
    SECOND.answerAsUsual();
    SECOND_INBOX.answerAsUsual();
    SECOND_AUTH.answerAsUsual();
  }

  private void awaitThatBothAreAsked() {
    await("the end of being left out")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              pay(200);
              return !Fleet.PAYMENTS.received().isEmpty() && !SECOND.received().isEmpty();
            });
    Fleet.PAYMENTS.answerAsUsual();
    SECOND.answerAsUsual();
  }

  /** Nothing was sent to the dead one, so that even a write is tried again, and done once. */
  @Test
  void theOtherInstanceTakesOverEveryWriteAtOnce() throws Exception {
    SECOND.stop();

    try (var many = Executors.newFixedThreadPool(16)) {
      var payments = IntStream.range(0, 200).mapToObj(_ -> many.submit(() -> pay(200))).toList();
      for (var payment : payments) {
        payment.get();
      }
    }

    assertThat(Fleet.PAYMENTS.received()).hasSize(200);
  }

  @Test
  void theDeadInstanceIsLeftOut() {
    SECOND.stop();
    IntStream.range(0, 4).forEach(_ -> pay(200));

    SECOND.startAgain();
    IntStream.range(0, 20).forEach(_ -> pay(200));

    assertThat(SECOND.received()).as("left out for some seconds").isEmpty();
  }

  @Test
  void aWriteThatWasSentIsNotSentToTheOther() {
    Fleet.PAYMENTS.answer(HttpExchange::close);
    SECOND.answer(HttpExchange::close);

    pay(503);

    assertThat(Fleet.PAYMENTS.received().size() + SECOND.received().size()).isEqualTo(1);
  }

  @Test
  void whoIsLeftOutIsAskedWhenThereIsNobodyElse() {
    SECOND_INBOX.stop();
    IntStream.range(0, 4).forEach(_ -> read(200));
    Fleet.NOTIFICATIONS.stop();
    read(503);

    SECOND_INBOX.startAgain();

    read(200);
    assertThat(SECOND_INBOX.received()).hasSize(1);
  }

  @Test
  void keysAndDescriptionsComeFromTheOtherInstanceAsWell() {
    SECOND_AUTH.stop();

    IntStream.range(0, 4)
        .forEach(
            _ -> {
              assertThat(client.get("/api/v1/.well-known/jwks.json").statusCode()).isEqualTo(200);
              assertThat(client.get("/api-docs/auth-service").statusCode()).isEqualTo(200);
            });
  }

  @Test
  void noSocketIsLostThatWasToGoToADeadInstance() throws Exception {
    DEAD_CHAT.stop();
    var arrived = Fleet.LIVE.handshakes().size();

    for (int i = 0; i < 6; i++) {
      assertThat(echo()).isEqualTo("hello");
    }

    assertThat(Fleet.LIVE.handshakes().size() - arrived).isEqualTo(6);
  }

  private void read(int status) {
    assertThat(client.post("/api/v1/notifications/1/read", "").statusCode()).isEqualTo(status);
  }

  private String echo() throws Exception {
    var echo = new CompletableFuture<String>();
    var socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("v12.stomp")
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), new Echo(echo))
            .get(20, TimeUnit.SECONDS);
    socket.sendText("hello", true);
    try {
      return echo.get(20, TimeUnit.SECONDS);
    } finally {
      socket.abort();
    }
  }

  private record Echo(CompletableFuture<String> text) implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.complete(data.toString());
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      text.complete("closed");
      return null;
    }
  }

  private void pay(int status) {
    var answer = client.post("/api/v1/payments/1/confirm", "{}");
    if (status == 503) {
      assertProblem(answer, 503, "service-unavailable");
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
  }
}
