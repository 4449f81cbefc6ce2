package org.carelane.auth.session;

import java.time.Instant;
import org.carelane.messaging.Messages;
import org.carelane.messaging.OutboxMessage;

/** Event on {@code session.events}. */
record SessionEnded(String sessionId, String accountId, Instant occurredAt) {

  static final String TOPIC = "session.events";

  static OutboxMessage of(TokenFamily ended, Instant at, Messages messages) {
    var event = new SessionEnded(ended.id(), ended.accountId(), at);
    return messages.message(TOPIC, ended.accountId(), event);
  }
}
