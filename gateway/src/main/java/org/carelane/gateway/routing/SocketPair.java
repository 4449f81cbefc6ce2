package org.carelane.gateway.routing;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** A client's WebSocket and a service's: each hears what the other says, and that it has closed. */
record SocketPair(WebSocketSession client, WebSocketSession service) {

  private static final int WITHOUT_STATUS = 1005;
  private static final int WITHOUT_FRAME = 1006;
  private static final int WITHOUT_TLS = 1015;

  /** Completes when both are closed. */
  Mono<Void> untilClosed() {
    var farewells =
        Mono.when(
            passedOn(service, client, CloseStatus.SERVER_ERROR),
            passedOn(client, service, CloseStatus.GOING_AWAY));
    return Mono.defer(
        () -> {
          var waiting = farewells.onErrorComplete().subscribe();
          return Mono.when(passing(client, service), passing(service, client))
              .doOnCancel(waiting::dispose);
        });
  }

  /** A connection that breaks ends it, and is no failure of the request, which is long answered. */
  private static Mono<Void> passing(WebSocketSession from, WebSocketSession to) {
    return to.send(from.receive().doOnNext(WebSocketMessage::retain)).onErrorComplete();
  }

  private static Mono<Void> passedOn(
      WebSocketSession from, WebSocketSession to, CloseStatus ifNoneWasGiven) {
    return from.closeStatus()
        .filter(_ -> to.isOpen())
        .flatMap(status -> to.close(isForOthers(status) ? status : ifNoneWasGiven));
  }

  /** The others only say that there was no status, and must not be sent. */
  private static boolean isForOthers(CloseStatus status) {
    return switch (status.getCode()) {
      case WITHOUT_STATUS, WITHOUT_FRAME, WITHOUT_TLS -> false;
      default -> true;
    };
  }
}
