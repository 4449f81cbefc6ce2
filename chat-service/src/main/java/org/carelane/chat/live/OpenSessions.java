package org.carelane.chat.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;

/**
 * Closes each session at its deadline: at first the time to authenticate, then the expiry of its
 * token. A client that wants to stay connects again with a new token.
 */
@Component
class OpenSessions implements WebSocketHandlerDecoratorFactory {

  private static final Logger log = LoggerFactory.getLogger(OpenSessions.class);

  private record Open(WebSocketSession socket, Future<?> deadline) {}

  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final LiveProperties properties;
  private final LiveScheduler scheduler;
  private final Subscribers subscribers;
  private final Clock clock;

  OpenSessions(
      LiveProperties properties,
      LiveScheduler scheduler,
      Subscribers subscribers,
      Clock clock,
      MeterRegistry meters) {
    this.properties = properties;
    this.scheduler = scheduler;
    this.subscribers = subscribers;
    this.clock = clock;
    Gauge.builder("carelane.chat.sessions.open", open, Map::size)
        .description("WebSocket sessions open on this replica")
        .register(meters);
  }

  Optional<LiveSession> find(String sessionId) {
    return Optional.ofNullable(open.get(sessionId)).map(it -> LiveSession.of(it.socket()));
  }

  /** Lets the session end when the token expires. */
  void endAt(String sessionId, Instant tokenExpiry) {
    open.computeIfPresent(
        sessionId,
        (_, it) -> {
          it.deadline().cancel(false);
          return new Open(it.socket(), closing(it.socket(), tokenExpiry, "access token expired"));
        });
  }

  private void opened(WebSocketSession socket) {
    socket.getAttributes().put(LiveSession.ATTRIBUTE, new LiveSession(properties, subscribers));
    var deadline = clock.instant().plus(properties.connectWithin());
    open.put(socket.getId(), new Open(socket, closing(socket, deadline, "not authenticated")));
  }

  private void closed(WebSocketSession socket) {
    var it = open.remove(socket.getId());
    if (it != null) {
      it.deadline().cancel(false);
    }
    if (socket.getAttributes().get(LiveSession.ATTRIBUTE) instanceof LiveSession session) {
      session.close();
    }
  }

  private Future<?> closing(WebSocketSession socket, Instant at, String reason) {
    return scheduler.at(at, () -> close(socket, reason));
  }

  private static void close(WebSocketSession socket, String reason) {
    log.info("Session {} closed: {}", socket.getId(), reason);
    try {
      socket.close(CloseStatus.POLICY_VIOLATION.withReason(reason));
    } catch (IOException e) {
      log.debug("Session {} was gone already", socket.getId());
    }
  }

  @Override
  public WebSocketHandler decorate(WebSocketHandler handler) {
    return new WebSocketHandlerDecorator(handler) {

      @Override
      public void afterConnectionEstablished(WebSocketSession socket) throws Exception {
        opened(socket);
        super.afterConnectionEstablished(socket);
      }

      @Override
      public void afterConnectionClosed(WebSocketSession socket, CloseStatus status)
          throws Exception {
        closed(socket);
        super.afterConnectionClosed(socket, status);
      }
    };
  }
}
