package org.carelane.notifications.recipient.kafka;

import java.time.Instant;
import org.carelane.notifications.recipient.Recipient;
import org.jspecify.annotations.Nullable;

/** The fields used of the event on {@code account.events}. */
record AccountUpdated(
    String accountId,
    String email,
    @Nullable Boolean emailVerified,
    String name,
    boolean disabled,
    Instant occurredAt) {

  Recipient recipient() {
    return new Recipient(accountId, email, emailVerified, name, disabled, occurredAt);
  }
}
