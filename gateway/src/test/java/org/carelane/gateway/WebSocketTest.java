package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class WebSocketTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private URI socket;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    socket = URI.create("ws://127.0.0.1:" + port + "/ws");
    Fleet.LIVE.handshakes().clear();
  }

  @Test
  void carriesFramesBothWaysWithTheirProtocolAndToken() throws Exception {
    var token = "Bearer " + Fleet.ISSUER.token("patient-1");
    var echo = new Echo();
    var open = open(socket, echo, token);

    open.sendText("hello", true);

    assertThat(echo.next()).isEqualTo("hello");
    assertThat(open.getSubprotocol()).isEqualTo("v12.stomp");
    assertThat(Fleet.LIVE.handshakes().getFirst().get("Authorization")).isEqualTo(token);
    assertThat(Fleet.LIVE.handshakes().getFirst().get("traceparent")).isNotEmpty();
    assertThat(Fleet.LIVE.handshakes().getFirst().get("Host"))
        .as("what chat compares the origin of a page with")
        .isEqualTo(socket.getAuthority());
    open.abort();
  }

  @Test
  void carriesFramesOfMoreThan64KilobytesBothWays() throws Exception {
    var echo = new Echo();
    var open = open(socket, echo, null);
    var large = "x".repeat(300_000);
    open.sendText(large, true);

    assertThat(echo.next()).isEqualTo(large);
    open.abort();
  }

  @Test
  void opensWithoutATokenBecauseTheConnectFrameMayBringIt() throws Exception {
    var open = open(socket, new Echo(), null);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(Fleet.LIVE.handshakes()).hasSize(1));
    open.abort();
  }

  @Test
  void passesOnHowEitherSideCloses() throws Exception {
    var echo = new Echo();
    var open = open(socket, echo, null);
    open.sendText("close 4001", true);
    assertThat(echo.closed.get(20, TimeUnit.SECONDS)).isEqualTo(4001);

    var leaving = open(socket, new Echo(), null);
    leaving.sendClose(4002, "done");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(Fleet.LIVE.closed()).contains(4002));
  }

  /** Not as one that is done is closed, 1000: the client is to connect again. */
  @Test
  void closesWhenTheServiceHasGoneWithoutAWord() throws Exception {
    var echo = new Echo();
    var open = open(socket, echo, null);

    open.sendText("die", true);

    assertThat(echo.closed.get(20, TimeUnit.SECONDS)).isNotEqualTo(1000);
  }

  @Test
  void staysShutToATokenThatIsNotGenuine() {
    assertThatThrownBy(
            () -> open(socket, new Echo(), "Bearer " + Fleet.ISSUER.forgedToken("patient-1")))
        .satisfies(WebSocketTest::isUnauthenticated);
    assertThatThrownBy(
            () -> open(socket, new Echo(), "Bearer " + Fleet.ISSUER.expiredToken("patient-1")))
        .satisfies(WebSocketTest::isUnauthenticated);
    assertThat(Fleet.LIVE.handshakes()).isEmpty();
  }

  private static void isUnauthenticated(Throwable refusal) {
    assertThat(refusal.getCause()).isInstanceOf(WebSocketHandshakeException.class);
    var answer = ((WebSocketHandshakeException) refusal.getCause()).getResponse();
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  private static WebSocket open(URI uri, Echo echo, String authorization) throws Exception {
    var handshake = HTTP.newWebSocketBuilder().subprotocols("v12.stomp");
    if (authorization != null) {
      handshake.header("Authorization", authorization);
    }
    return handshake.buildAsync(uri, echo).get(20, TimeUnit.SECONDS);
  }

  private static final class Echo implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    String next() throws InterruptedException {
      return texts.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        texts.add(parts.toString());
        parts.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
