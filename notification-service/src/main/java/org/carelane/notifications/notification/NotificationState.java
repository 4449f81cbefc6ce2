package org.carelane.notifications.notification;

import java.time.Instant;
import org.carelane.notifications.letter.Letter;
import org.springframework.data.annotation.TypeAlias;

/** How far a notification has come. All states but {@link Pending} are final. */
public sealed interface NotificationState {

  /**
   * @param nextAttemptAt when any process may try to send it; in the future while one tries or
   *     after a failure
   */
  @TypeAlias("pending")
  record Pending(String commandId, Letter letter, Instant nextAttemptAt)
      implements NotificationState {

    Pending until(Instant instant) {
      return new Pending(commandId, letter, instant);
    }
  }

  @TypeAlias("delivered")
  record Delivered(Instant at) implements NotificationState {}

  @TypeAlias("undeliverable")
  record Undeliverable(UndeliverableReason reason, Instant at) implements NotificationState {}

  /**
   * The appointment was cancelled before the mail was sent. A mail that was just being sent may
   * have gone out.
   */
  @TypeAlias("withdrawn")
  record Withdrawn(Instant at) implements NotificationState {}
}
