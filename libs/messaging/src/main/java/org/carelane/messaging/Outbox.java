package org.carelane.messaging;

import org.springframework.data.mongodb.core.query.Update;

/** The outbox of documents that are changed in place instead of being saved as a whole. */
public final class Outbox {

  private Outbox() {}

  /**
   * Adds a message to an update. Nobody notices such an update in this process, so the sweep
   * publishes the message, half a minute later: for what is rare and not urgent.
   */
  public static Update adding(Update update, OutboxMessage message) {
    return update.push(OutboxRemoval.OUTBOX, message).min(OutboxRemoval.UNSENT, message.at());
  }
}
