package org.carelane.chat;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** STOMP at /ws, with a real client. */
@ChatServiceIsRunning
@ExtendWith(OutputCaptureExtension.class)
class LiveTest {

  private static final String NOT_FOUND = "urn:carelane:problem:not-found";

  @LocalServerPort private int port;
  @Autowired private MeterRegistry meters;
  private Api api;
  private Pair pair;

  @BeforeEach
  void meet() {
    api = Api.at(port);
    pair = Pair.withConversation(api);
  }

  @Test
  void membersHearEachOtherLive() {
    try (var doctor = doctorListening();
        var patient = patientListening()) {
      pair.say(api.as(pair.patientToken()), "by REST");
      assertThat(doctor.next().text()).isEqualTo("by REST");
      assertThat(patient.next().text()).isEqualTo("by REST");
      doctor.send(pair.conversation(), "by STOMP");
      var heard = patient.next();
      assertThat(heard.text()).isEqualTo("by STOMP");
      assertThat(heard.senderId()).isEqualTo(pair.doctor());
      assertThat(heard.conversationId()).isEqualTo(pair.conversation());
      assertThat(api.as(pair.patientToken()).get(pair.path() + "/messages").each("id"))
          .first()
          .isEqualTo(heard.id());
    }
  }

  @Test
  void messagesArriveInTheirOrder() {
    try (var doctor = doctorListening();
        var patient = patientListening()) {
      for (int i = 0; i < 20; i++) {
        patient.sendTo(sending(pair), new LiveClient.Draft("number " + i));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(doctor.next().text()).isEqualTo("number " + i);
      }
    }
  }

  @Test
  void longMessagesFit() {
    var longest = "\uD83E\uDE7A\"\n\\".repeat(1000);
    try (var doctor = doctorListening()) {
      doctor.send(pair.conversation(), longest);
      assertThat(doctor.next().text()).isEqualTo(longest);
    }
  }

  @Test
  void tokenMayComeWithTheHandshake() {
    try (var doctor = LiveClient.connectedByHandshake(port, pair.doctorToken())) {
      doctor.subscribe("/topic/conversations/" + pair.conversation());
      await()
          .until(
              () ->
                  pair.say(api.as(pair.patientToken()), "hello").status() == 201
                      && doctor.waiting() > 0);
    }
  }

  @Test
  void strangerIsRefusedAsIfThereWasNothing() {
    var stranger = TestTokens.patient(Ids.next());
    for (var target : new Pair[] {pair, Pair.strangers()}) {
      assertThat(subscribing(stranger, "/topic/conversations/" + target.conversation()))
          .isEqualTo(NOT_FOUND);
      try (var client = LiveClient.connected(port, stranger)) {
        client.sendTo(sending(target), new LiveClient.Draft("let me in"));
        assertThat(client.refusal()).isEqualTo(NOT_FOUND);
        client.awaitLost();
      }
    }
    assertThat(api.as(pair.doctorToken()).get(pair.path() + "/messages").each("id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/topic/conversations/*",
        "/topic/**",
        "/topic",
        "/queue/x",
        "/user/queue/x",
        "nonsense"
      })
  void nothingElseCanBeListenedTo(String destination) {
    assertThat(subscribing(pair.doctorToken(), destination)).isEqualTo(NOT_FOUND);
  }

  @Test
  void nothingCanBePutIntoATopicDirectly() {
    try (var patient = patientListening();
        var doctor = LiveClient.connected(port, pair.doctorToken())) {
      doctor.sendTo("/topic/conversations/" + pair.conversation(), Map.of("text", "forged"));
      assertThat(doctor.refusal()).isEqualTo(NOT_FOUND);
      pair.say(api.as(pair.doctorToken()), "genuine");
      assertThat(patient.next().text()).isEqualTo("genuine");
    }
  }

  @Test
  void whatIsNoMessageIsRefused() {
    assertThat(sending(Map.of("text", " "))).endsWith("invalid-request");
    assertThat(sending(Map.of("text", "x".repeat(4001)))).endsWith("invalid-request");
    assertThat(sending(Map.of())).endsWith("invalid-request");
    assertThat(sending(Map.of("text", Map.of("$ne", 1)))).endsWith("malformed-json");
    assertThat(api.as(pair.doctorToken()).get(pair.path() + "/messages").each("id")).isEmpty();
  }

  @Test
  void badTokensAreRefused() {
    var bad =
        new String[] {
          null,
          "nonsense",
          TestTokens.expired(pair.doctor()),
          TestTokens.forged(pair.doctor()),
          TestTokens.unsigned(pair.doctor()),
          TestTokens.forAnotherAudience(pair.doctor()),
          TestTokens.ofAnotherIssuer(pair.doctor())
        };
    for (var token : bad) {
      try (var client = LiveClient.refused(port, token)) {
        assertThat(client.refusal()).isEqualTo("urn:carelane:problem:unauthenticated");
      }
    }
  }

  @Test
  void badTokenInTheHandshakeIsRefusedAtOnce() {
    var header = "Bearer " + TestTokens.forged(pair.doctor());
    assertThatThrownBy(() -> RawSocket.open(port, "Authorization", header))
        .hasRootCauseMessage("Unexpected HTTP response status code 401");
  }

  @Test
  void tokenInTheUrlIsNotLookedAt() throws Exception {
    try (var socket = RawSocket.openWithQuery(port, "access_token=" + pair.doctorToken())) {
      socket.sends("CONNECT\naccept-version:1.2\n\n\0");
      assertThat(socket.closed()).startsWith("1002");
      assertThat(socket.received()).startsWith("ERROR").contains("problem:unauthenticated");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "accept-version:9.9\n", "accept-version:1.0\n", "accept-version:\n"})
  void versionsThatAreNotSpokenAreRefused(String acceptVersion, CapturedOutput output)
      throws Exception {
    try (var socket = RawSocket.open(port)) {
      socket.sends("CONNECT\n" + acceptVersion + authorization() + "\n\0");
      assertThat(socket.closed()).startsWith("1002");
      assertThat(socket.received())
          .startsWith("ERROR")
          .contains("problem:unsupported-version", "\nversion:1.1,1.2\n");
    }
    assertThat(output).doesNotContain("connected by account " + pair.doctor());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "1.2", "1.0,1.1,9.9"})
  void versionsThatAreSpokenAreAccepted(String versions) throws Exception {
    try (var socket = RawSocket.open(port)) {
      socket.sends("CONNECT\naccept-version:" + versions + "\n" + authorization() + "\n\0");
      await().until(() -> socket.received().startsWith("CONNECTED\nversion:1."));
    }
  }

  /** STOMP wants a client to wait; one that does not is served in order, after CONNECTED. */
  @Test
  void whatComesRightBehindConnectWaitsForConnected() throws Exception {
    try (var socket = RawSocket.open(port)) {
      socket.sends("CONNECT\naccept-version:1.2\n" + authorization() + "\n\0");
      socket.sends(
          "SUBSCRIBE\nid:1\nreceipt:r1\ndestination:/topic/conversations/"
              + pair.conversation()
              + "\n\n\0");
      await().until(() -> socket.received().contains("RECEIPT"));
      assertThat(socket.received()).startsWith("CONNECTED").doesNotContain("ERROR");
    }
  }

  @Test
  void nothingHappensBeforeConnect() throws Exception {
    try (var socket = RawSocket.open(port)) {
      socket.sends(
          "SUBSCRIBE\nid:1\ndestination:/topic/conversations/" + pair.conversation() + "\n\n\0");
      assertThat(socket.closed()).startsWith("1002");
      assertThat(socket.received()).startsWith("ERROR");
    }
  }

  @Test
  void socketThatDoesNotConnectIsClosed() throws Exception {
    try (var socket = RawSocket.open(port)) {
      assertThat(socket.closed()).isEqualTo("1008 not authenticated");
    }
  }

  @Test
  void sessionEndsWithItsToken() throws Exception {
    var token = TestTokens.expiringIn(pair.doctor(), Duration.ofSeconds(6));
    try (var socket = RawSocket.open(port).connects(token)) {
      assertThat(socket.closed()).isEqualTo("1008 access token expired");
    }
  }

  @Test
  void oversizedFrameClosesTheSocket(CapturedOutput output) throws Exception {
    try (var socket = RawSocket.open(port).connects(pair.doctorToken())) {
      socket.sends("SEND\ndestination:" + sending(pair) + "\n\nunspeakable" + "x".repeat(80_000));
      assertThat(socket.closed()).startsWith("1009");
    }
    assertThat(output).doesNotContain("unspeakable");
  }

  @Test
  void frameThatNeverEndsClosesTheSocket() throws Exception {
    try (var socket = RawSocket.open(port).connects(pair.doctorToken())) {
      socket.sends("SEND\ndestination:" + sending(pair) + "\n\n");
      for (int i = 0; i < 8; i++) {
        socket.sends("x".repeat(10_000));
      }
      assertThat(socket.closed()).startsWith("1002");
      assertThat(socket.received()).contains("problem:malformed-frame");
    }
  }

  @Test
  void malformedFrameIsRefusedWithoutQuotingIt(CapturedOutput output) throws Exception {
    try (var socket = RawSocket.open(port).connects(pair.doctorToken())) {
      socket.sends("unspeakable\n\n\0");
      assertThat(socket.closed()).startsWith("1002");
      assertThat(socket.received())
          .contains("problem:malformed-frame")
          .doesNotContain("unspeakable");
    }
    assertThat(output).doesNotContain("unspeakab").doesNotContain(pair.doctorToken());
  }

  @Test
  void floodIsCutOff() throws Exception {
    try (var socket = RawSocket.open(port).connects(pair.doctorToken())) {
      var subscribe = "SUBSCRIBE\nid:1\ndestination:/topic/conversations/%s\n\n\0";
      for (int i = 0; i < 200 && !socket.isClosed(); i++) {
        try {
          socket.sends(subscribe.formatted(pair.conversation()));
        } catch (CompletionException closedMeanwhile) {
          break;
        }
      }
      assertThat(socket.closed()).startsWith("1002");
      assertThat(socket.received()).contains("problem:too-many-requests");
    }
  }

  @Test
  void foreignPagesMayNotConnect() throws Exception {
    assertThatThrownBy(() -> RawSocket.open(port, "Origin", "https://evil.example"))
        .hasRootCauseMessage("Unexpected HTTP response status code 403");
    RawSocket.open(port, "Origin", "https://app.example").close();
    RawSocket.open(port, "Origin", "http://localhost:" + port).close();
  }

  @Test
  void whatMayNotConnectIsToldSoBeforeTheSocketIsOpen() throws Exception {
    assertThat(refusal("v12.stomp", "Origin", "https://evil.example"))
        .isEqualTo("403 application/problem+json urn:carelane:problem:foreign-origin");
    assertThat(refusal("mqtt"))
        .isEqualTo("400 application/problem+json urn:carelane:problem:invalid-request");
    assertThat(api.get("/ws").refused()).isEqualTo("400 invalid-request");
  }

  private String refusal(String protocol, String... headers) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var handshake = http.newWebSocketBuilder().subprotocols(protocol);
      if (headers.length > 0) {
        handshake.header(headers[0], headers[1]);
      }
      var uri = URI.create("ws://localhost:" + port + "/ws");
      var opened = handshake.buildAsync(uri, new WebSocket.Listener() {});
      var answer =
          ((WebSocketHandshakeException)
                  opened.handle((_, e) -> e.getCause() == null ? e : e.getCause()).get(60, SECONDS))
              .getResponse();
      var problem = JsonMapper.shared().readTree(String.valueOf(answer.body()));
      return answer.statusCode()
          + " "
          + answer.headers().firstValue("Content-Type").orElse("")
          + " "
          + problem.path("type").asString();
    }
  }

  @Test
  void openSessionsAreCounted() {
    try (var _ = patientListening()) {
      assertThat(openSessions()).isPositive();
    }
    await().until(() -> openSessions() == 0);
  }

  private String authorization() {
    return "Authorization:Bearer " + pair.doctorToken() + "\n";
  }

  private double openSessions() {
    return meters.get("carelane.chat.sessions.open").gauge().value();
  }

  private LiveClient doctorListening() {
    return LiveClient.connected(port, pair.doctorToken()).listeningTo(pair.conversation());
  }

  private LiveClient patientListening() {
    return LiveClient.connected(port, pair.patientToken()).listeningTo(pair.conversation());
  }

  private static String sending(Pair to) {
    return "/app/conversations/" + to.conversation() + "/messages";
  }

  private String sending(Object payload) {
    try (var doctor = LiveClient.connected(port, pair.doctorToken())) {
      doctor.sendTo(sending(pair), payload);
      return doctor.refusal();
    }
  }

  private String subscribing(String token, String destination) {
    try (var client = LiveClient.connected(port, token)) {
      client.subscribe(destination);
      return client.refusal();
    }
  }
}
