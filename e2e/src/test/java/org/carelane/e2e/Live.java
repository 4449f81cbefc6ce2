package org.carelane.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A STOMP 1.2 client at {@code /ws}, as simple as the protocol. */
final class Live implements AutoCloseable, WebSocket.Listener {

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final StringBuilder arriving = new StringBuilder();
  private final WebSocket socket;

  private Live(URI uri, URI page) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", page.toString())
            .subprotocols("v12.stomp")
            .buildAsync(uri, this)
            .join();
  }

  /** As from a page that the gateway has served. */
  static Live connect(String token) throws InterruptedException {
    var page = RunningFleet.fleet().gateway();
    var live = new Live(URI.create(page.toString().replaceFirst("^http", "ws") + "/ws"), page);
    live.send("CONNECT\naccept-version:1.2\nhost:carelane\nAuthorization:Bearer " + token);
    return live;
  }

  void subscribe(String conversation) {
    send("SUBSCRIBE\nid:1\nreceipt:r1\ndestination:/topic/conversations/" + conversation);
  }

  void say(String conversation, String text) {
    var to = "/app/conversations/" + conversation + "/messages";
    socket
        .sendText(
            "SEND\ncontent-type:application/json\ndestination:%s\n\n{\"text\":\"%s\"}\0"
                .formatted(to, text),
            true)
        .join();
  }

  /** The next frame's text; empty when none came in time. */
  String next() throws InterruptedException {
    var frame = frames.poll(20, TimeUnit.SECONDS);
    return frame == null ? "" : frame;
  }

  private void send(String headers) {
    socket.sendText(headers + "\n\n\0", true).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    arriving.append(data);
    for (int end; (end = arriving.indexOf("\0")) >= 0; ) {
      frames.add(arriving.substring(0, end).stripLeading());
      arriving.delete(0, end + 1);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    frames.add("closed " + code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    frames.add("failed " + error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
