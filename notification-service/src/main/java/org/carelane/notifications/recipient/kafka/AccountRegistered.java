package org.carelane.notifications.recipient.kafka;

import java.time.Instant;
import org.carelane.notifications.recipient.Recipient;

/** The fields used of the event on {@code account.events}. */
record AccountRegistered(String accountId, String email, String name, Instant occurredAt) {

  Recipient recipient() {
    return new Recipient(accountId, email, name, false, occurredAt);
  }
}
