package org.carelane.notifications.recipient.kafka;

import java.time.Instant;
import org.carelane.notifications.recipient.Recipient;
import org.jspecify.annotations.Nullable;

/** The fields used of the event on {@code account.events}. */
record AccountRegistered(
    String accountId,
    String email,
    @Nullable Boolean emailVerified,
    String name,
    Instant occurredAt) {

  Recipient recipient() {
    return new Recipient(accountId, email, emailVerified, name, false, occurredAt);
  }
}
