package org.carelane.gateway;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * Chat's socket: echoes every frame, and closes when it is told to. All other paths are answered by
 * chat's ordinary stand-in.
 */
final class LiveService {

  private static final int MAX_FRAME = 1 << 20;

  private final List<HttpHeaders> handshakes = new CopyOnWriteArrayList<>();
  private final List<Integer> closed = new CopyOnWriteArrayList<>();
  private DisposableServer server;

  static LiveService start() {
    return new LiveService();
  }

  /** "close 4001" is answered by closing with that status, everything else by itself. */
  private WebSocketFrame answer(WebSocketFrame frame) {
    var said = frame.content().toString(StandardCharsets.UTF_8);
    return said.startsWith("close ")
        ? new CloseWebSocketFrame(Integer.parseInt(said.substring(6)), "as told")
        : frame.retain();
  }

  private static void obey(WebSocketFrame frame, Connection connection) {
    if (frame.content().toString(StandardCharsets.UTF_8).equals("die")) {
      connection.channel().close();
    }
  }

  /** The statuses that clients closed with. */
  List<Integer> closed() {
    return closed;
  }

  /** The handshakes that arrived. */
  List<HttpHeaders> handshakes() {
    return handshakes;
  }

  String url(StubService chat) {
    if (server == null) {
      server =
          HttpServer.create()
              .host("127.0.0.1")
              .port(0)
              .route(
                  routes ->
                      routes
                          .ws(
                              "/ws",
                              (in, out) -> {
                                handshakes.add(in.headers());
                                in.receiveCloseStatus().subscribe(it -> closed.add(it.code()));
                                return out.sendObject(
                                    in.receiveFrames()
                                        .doOnNext(frame -> in.withConnection(it -> obey(frame, it)))
                                        .map(this::answer));
                              },
                              WebsocketServerSpec.builder()
                                  .protocols("v12.stomp")
                                  .maxFramePayloadLength(MAX_FRAME)
                                  .build())
                          .route(
                              request -> !request.uri().startsWith("/ws"),
                              (request, response) ->
                                  HttpClient.create()
                                      .get()
                                      .uri(chat.url() + request.uri())
                                      .responseSingle(
                                          (answer, body) ->
                                              response
                                                  .header("Content-Type", "application/json")
                                                  .sendString(body.asString())
                                                  .then())))
              .bindNow();
    }
    return "http://127.0.0.1:" + server.port();
  }
}
