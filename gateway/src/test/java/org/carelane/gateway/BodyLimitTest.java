package org.carelane.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.gateway.Client.assertProblem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
    properties = {"CARELANE_GATEWAY_MAX_BODY=64KB", "carelane.gateway.body.arrive-within=2s"})
class BodyLimitTest {

  private static final int LIMIT = 64 * 1024;

  private Client client;
  private int port;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    this.port = port;
    client = new Client(port);
  }

  @Test
  void passesABodyOfTheLimit() {
    assertThat(client.post("/api/v1/appointments", "x".repeat(LIMIT)).statusCode()).isEqualTo(200);
    assertThat(Fleet.APPOINTMENTS.lastReceived().body()).hasSize(LIMIT);
  }

  @Test
  void passesAChunkedBodyOfTheLimit() {
    assertThat(client.send(chunked(LIMIT)).statusCode()).isEqualTo(200);
    assertThat(Fleet.APPOINTMENTS.lastReceived().body()).hasSize(LIMIT);
  }

  @Test
  void refusesABodyThatSaysItIsTooLarge() {
    var answer = client.post("/api/v1/appointments", "x".repeat(LIMIT + 1));

    assertProblem(answer, 413, "content-too-large");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  /** A connection closed while the client sends takes the answer with it. */
  @Test
  void answersAClientThatGoesOnSending() {
    var large = "x".repeat(100 * LIMIT);
    for (int i = 0; i < 20; i++) {
      assertProblem(client.post("/api/v1/appointments", large), 413, "content-too-large");
      assertProblem(client.send(chunked(100 * LIMIT)), 413, "content-too-large");
    }
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
    assertThat(client.get("/api/v1/doctors").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAChunkedBodyThatTurnsOutTooLarge() {
    var answer = client.send(chunked(LIMIT + 1));

    assertProblem(answer, 413, "content-too-large");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  @Test
  @Timeout(60)
  void refusesABodyThatNeverArrivesWithoutBlamingTheService() throws IOException {
    var head =
        "POST /api/v1/appointments HTTP/1.1\r\nHost: gateway\r\nContent-Length: 10\r\n\r\nhalf";
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      var socket = new Socket("127.0.0.1", port);
      sockets.add(socket);
      socket.getOutputStream().write(head.getBytes(US_ASCII));
    }
    for (var socket : sockets) {
      try (socket) {
        var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
        assertThat(answer).startsWith("HTTP/1.1 408").contains("request-timeout");
      }
    }

    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
    assertThat(client.get("/api/v1/doctors").statusCode()).isEqualTo(200);
  }

  private HttpRequest.Builder chunked(int size) {
    return client
        .request("/api/v1/appointments")
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])));
  }
}
