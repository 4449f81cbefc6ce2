package org.carelane.messaging;

import java.time.Instant;
import org.springframework.data.mongodb.core.query.Update;

/** The outbox of documents that are changed in place instead of being saved as a whole. */
public final class Outbox {

  /** Behind {@link OutboxAge}'s earliest, which looks at those that wait for a broker. */
  private static final Instant LEFT_OVER = Instant.EPOCH;

  private Outbox() {}

  /**
   * Adds a message to an update. Nobody notices such an update in this process, so the message
   * counts as left over, and the next sweep publishes it some seconds later: for what is rare and
   * not urgent.
   */
  public static Update adding(Update update, OutboxMessage message) {
    return update.push(OutboxRemoval.OUTBOX, message).min(OutboxRemoval.UNSENT, LEFT_OVER);
  }
}
