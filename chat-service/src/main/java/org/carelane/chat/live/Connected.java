package org.carelane.chat.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.ExecutorChannelInterceptor;
import org.springframework.stereotype.Component;

/**
 * Notices on the way to the client that CONNECTED was sent. Only then a session counts as
 * connected: it has a caller, and lives as long as the token.
 */
@Component
class Connected implements ExecutorChannelInterceptor {

  private static final Logger log = LoggerFactory.getLogger(Connected.class);

  private final OpenSessions sessions;

  Connected(OpenSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void afterMessageHandled(
      Message<?> message, MessageChannel channel, MessageHandler handler, @Nullable Exception e) {
    var headers = message.getHeaders();
    var type = SimpMessageHeaderAccessor.getMessageType(headers);
    if (e == null && type == SimpMessageType.CONNECT_ACK) {
      var sessionId = Objects.requireNonNull(SimpMessageHeaderAccessor.getSessionId(headers));
      sessions.find(sessionId).ifPresent(session -> connected(sessionId, session.connected()));
    }
  }

  private void connected(String sessionId, LiveSession.Admission accepted) {
    sessions.endAt(sessionId, accepted.until());
    log.info("Session {} connected by account {}", sessionId, accepted.caller().accountId());
  }
}
