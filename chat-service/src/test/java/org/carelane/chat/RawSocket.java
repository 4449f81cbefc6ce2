package org.carelane.chat;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A WebSocket without manners: sends what it likes and remembers how it was closed. */
final class RawSocket implements WebSocket.Listener, AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final StringBuffer received = new StringBuffer();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private RawSocket(String uri, String... headers) throws Exception {
    var handshake = http.newWebSocketBuilder().subprotocols("v12.stomp");
    for (int i = 0; i < headers.length; i += 2) {
      handshake.header(headers[i], headers[i + 1]);
    }
    socket = handshake.buildAsync(URI.create(uri), this).get(60, SECONDS);
  }

  static RawSocket open(int port, String... headers) throws Exception {
    return new RawSocket("ws://localhost:" + port + "/ws", headers);
  }

  static RawSocket openWithQuery(int port, String query) throws Exception {
    return new RawSocket("ws://localhost:" + port + "/ws?" + query);
  }

  RawSocket sends(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /** Returns once the server has accepted. */
  RawSocket connects(String token) {
    sends("CONNECT\naccept-version:1.2\nAuthorization:Bearer " + token + "\n\n\0");
    await().until(() -> received.toString().startsWith("CONNECTED"));
    return this;
  }

  boolean isClosed() {
    return closed.isDone();
  }

  /** How the server closed, as "code reason". */
  String closed() throws Exception {
    return closed.get(60, SECONDS);
  }

  String received() {
    return received.toString();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    received.append(data);
    return WebSocket.Listener.super.onText(from, data, last);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket by, int code, String reason) {
    closed.complete(code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket on, Throwable e) {
    closed.completeExceptionally(e);
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }
}
