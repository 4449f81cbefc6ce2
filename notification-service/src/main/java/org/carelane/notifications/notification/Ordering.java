package org.carelane.notifications.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.carelane.messaging.Traces;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes commands. A mail is saved before it is sent: the command is done when it is saved. */
@Component
public class Ordering {

  private final Notifications notifications;
  private final Progress progress;
  private final Dispatch dispatch;
  private final Traces traces;
  private final Clock clock;

  Ordering(
      Notifications notifications,
      Progress progress,
      Dispatch dispatch,
      Traces traces,
      Clock clock) {
    this.notifications = notifications;
    this.progress = progress;
    this.dispatch = dispatch;
    this.traces = traces;
    this.clock = clock;
  }

  /** Any number of times: one mail, and the same answer. */
  public void order(Order order) {
    var now = now();
    var firstAttemptAt = dispatch.hasRoom() ? dispatch.claimedUntil(now) : now;
    var ordered = Notification.ordered(order, traces.current(), now, firstAttemptAt);
    try {
      var saved = notifications.insert(ordered);
      if (firstAttemptAt.isAfter(now)) {
        dispatch.send(saved);
      }
    } catch (DuplicateKeyException e) {
      var known = notifications.find(order.notificationId()).orElseThrow();
      progress.apply(known, it -> progress.answering(it, order.commandId()));
    }
  }

  /** The confirmation is not sent any more, whether it was ordered or is yet to be. */
  public void withdrawConfirmation(String appointmentId, String recipientId) {
    var id = Notification.id(NotificationKind.CONFIRMATION, appointmentId, recipientId);
    notifications
        .find(id)
        .ifPresentOrElse(this::withdraw, () -> forestall(id, appointmentId, recipientId));
  }

  private void forestall(String id, String appointmentId, String recipientId) {
    try {
      notifications.insert(Notification.neverToSend(appointmentId, recipientId, now()));
    } catch (DuplicateKeyException e) {
      notifications.find(id).ifPresent(this::withdraw);
    }
  }

  private void withdraw(Notification confirmation) {
    var now = now();
    progress.apply(confirmation, it -> it.withdrawn(now));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
