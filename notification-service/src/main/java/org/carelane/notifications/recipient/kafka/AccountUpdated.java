package org.carelane.notifications.recipient.kafka;

import java.time.Instant;
import org.carelane.notifications.recipient.Recipient;

/** The fields used of the event on {@code account.events}. */
record AccountUpdated(
    String accountId, String email, String name, boolean disabled, Instant occurredAt) {

  Recipient recipient() {
    return new Recipient(accountId, email, name, disabled, occurredAt);
  }
}
