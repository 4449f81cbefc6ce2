package org.carelane.gateway;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

/** Chat's socket: echoes every frame. All other paths are answered by chat's ordinary stand-in. */
final class LiveService {

  private static final int MAX_FRAME = 1 << 20;

  private final List<HttpHeaders> handshakes = new CopyOnWriteArrayList<>();
  private DisposableServer server;

  static LiveService start() {
    return new LiveService();
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
                                return out.sendObject(in.receiveFrames().map(f -> f.retain()));
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
