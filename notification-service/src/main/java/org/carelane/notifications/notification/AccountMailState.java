package org.carelane.notifications.notification;

import java.time.Instant;
import org.carelane.notifications.letter.Letter;
import org.springframework.data.annotation.TypeAlias;

/** How far a mail about an account has come. With a final state its address and token are gone. */
public sealed interface AccountMailState {

  /**
   * @param nextAttemptAt when any process may try to send it; in the future while one tries or
   *     after a failure
   */
  @TypeAlias("account-mail-pending")
  record Waiting(String address, Letter letter, Instant nextAttemptAt) implements AccountMailState {

    Waiting until(Instant instant) {
      return new Waiting(address, letter, instant);
    }

    @Override
    public String toString() {
      return "Waiting[" + nextAttemptAt + "]";
    }
  }

  @TypeAlias("account-mail-sent")
  record Sent(Instant at) implements AccountMailState {}

  @TypeAlias("account-mail-undeliverable")
  record NotDelivered(Instant at) implements AccountMailState {}

  /** Its token would have been of no use any more. */
  @TypeAlias("account-mail-expired")
  record Expired(Instant at) implements AccountMailState {}
}
