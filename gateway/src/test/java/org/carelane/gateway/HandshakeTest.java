package org.carelane.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.gateway.Client.assertProblem;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What is refused before anything is promised; chat-service is an ordinary stand-in here. */
@GatewayTest
@TestPropertySource(
    properties = {
      "CARELANE_GATEWAY_BREAKER_OPEN_FOR=1m",
      "carelane.gateway.breaker.give-up-after=2s"
    })
@Timeout(120)
class HandshakeTest {

  private static final StubService CHAT = StubService.start("chat-service");

  private static final String HANDSHAKE =
      "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: v12.stomp\r\n";

  @Autowired CircuitBreakerRegistry breakers;

  private int port;

  @DynamicPropertySource
  static void instances(DynamicPropertyRegistry properties) {
    properties.add("test.instead.chat-service", CHAT::url);
  }

  @BeforeEach
  void connect(@LocalServerPort int port) {
    this.port = port;
    CHAT.answerAsUsual();
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid-request",
    "401, unauthenticated",
    "403, foreign-origin",
    "404, not-found",
    "429, invalid-request"
  })
  void isRefusedAsTheServiceRefusesAndNotHeldAgainstIt(int status, String type) throws Exception {
    CHAT.answer(exchange -> StubService.json(exchange, status, "{}"));

    for (int i = 0; i < 12; i++) {
      var answer = ask("GET /ws HTTP/1.1", "Host: gateway\r\n" + HANDSHAKE);
      assertThat(answer)
          .startsWith("HTTP/1.1 " + status)
          .contains("application/problem+json", "urn:carelane:problem:" + type);
    }

    assertThat(CHAT.received()).hasSize(12);
    assertThat(breaker().getState()).isEqualTo(State.CLOSED);
    assertThat(breaker().getMetrics().getNumberOfFailedCalls()).isZero();
  }

  /** 200 to a handshake is no answer at all. */
  @ParameterizedTest
  @ValueSource(ints = {200, 500, 503})
  void aServiceThatFailsIsLeftAlone(int status) throws Exception {
    CHAT.answer(exchange -> StubService.json(exchange, status, "{}"));

    assertLeftAlone();
  }

  @Test
  void aServiceThatIsAwayIsLeftAlone() throws Exception {
    CHAT.stop();

    assertLeftAlone();
  }

  @Test
  void aServiceThatDoesNotAnswerIsGivenUp() throws Exception {
    var givenUp = new CountDownLatch(1);
    CHAT.answer(
        exchange -> {
          try (exchange) {
            givenUp.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(ask("GET /ws HTTP/1.1", "Host: gateway\r\n" + HANDSHAKE))
        .startsWith("HTTP/1.1 503")
        .contains("service-unavailable");
    givenUp.countDown();
    assertThat(breaker().getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
  }

  private void assertLeftAlone() throws Exception {
    for (int i = 0; i < 12; i++) {
      assertThat(ask("GET /ws HTTP/1.1", "Host: gateway\r\n" + HANDSHAKE))
          .startsWith("HTTP/1.1 503")
          .contains("application/problem+json", "service-unavailable", "Retry-After");
    }
    assertThat(breaker().getState()).isEqualTo(State.OPEN);
    assertThat(CHAT.received()).hasSizeLessThanOrEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/doctors",
        "/api/v1/conversations",
        "/ws/other",
        "/",
        "/api-docs",
        "/none"
      })
  void thereIsNoWebSocketElsewhere(String path) throws Exception {
    Fleet.answersAsUsual();

    var answer = ask("GET " + path + " HTTP/1.1", "Host: gateway\r\n" + HANDSHAKE);

    assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json", "not-found");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
    assertThat(CHAT.received()).isEmpty();
    assertThat(breakers.getAllCircuitBreakers())
        .allMatch(it -> it.getMetrics().getNumberOfBufferedCalls() == 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upgrade: websocket\r\n",
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n",
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhl\r\n"
      })
  void whatIsNoHandshakeOpensNothing(String headers) throws Exception {
    var answer = ask("GET /ws HTTP/1.1", "Host: gateway\r\n" + headers);

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "invalid-request");
    assertThat(CHAT.received()).isEmpty();
  }

  @Test
  void nothingButAWebSocketIsThere() {
    assertProblem(new Client(port).get("/ws"), 426, "upgrade-required");
    assertProblem(new Client(port).post("/ws", "{}"), 426, "upgrade-required");
    assertThat(CHAT.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host:\r\n", "Host: one\r\nHost: other\r\n"})
  void aRequestSaysOnceForWhichHostItIs(String host) throws Exception {
    Fleet.answersAsUsual();

    for (var path : new String[] {"/api/v1/doctors", "/nothing", "/api-docs"}) {
      assertThat(ask("GET " + path + " HTTP/1.1", host))
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "invalid-request");
    }
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  private CircuitBreaker breaker() {
    return breakers.circuitBreaker("live");
  }

  private String ask(String line, String headers) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(30_000);
      var end = headers.contains("Connection:") ? "\r\n" : "Connection: close\r\n\r\n";
      socket.getOutputStream().write((line + "\r\n" + headers + end).getBytes(US_ASCII));
      var answer = new StringBuilder();
      var in = socket.getInputStream();
      while (!answer.toString().endsWith("}")) {
        var next = in.read();
        if (next < 0) {
          break;
        }
        answer.append((char) next);
      }
      return answer.toString();
    }
  }
}
