package org.carelane.notifications.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.UnaryOperator;
import org.carelane.documents.CompareAndSet;
import org.carelane.messaging.Messages;
import org.carelane.notifications.notification.DeliveryState.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Saves what changed together with the reply it causes. */
@Component
class Progress {

  private static final Logger log = LoggerFactory.getLogger(Progress.class);
  private static final String TOPIC = "notification.events";

  private final Notifications notifications;
  private final Messages messages;
  private final MeterRegistry meters;

  Progress(Notifications notifications, Messages messages, MeterRegistry meters) {
    this.notifications = notifications;
    this.messages = messages;
    this.meters = meters;
    for (var kind : NotificationKind.values()) {
      for (var state : DeliveryState.class.getPermittedSubclasses()) {
        if (state != Pending.class) {
          ended(kind, state);
        }
      }
    }
  }

  /** Applies a step, again to what another has saved meanwhile. */
  void apply(Notification known, UnaryOperator<Notification> step) {
    try {
      applied(known, step);
    } catch (OptimisticLockingFailureException e) {
      CompareAndSet.repeat(() -> applied(notifications.find(known.id()).orElseThrow(), step));
    }
  }

  private Notification applied(Notification before, UnaryOperator<Notification> step) {
    var after = step.apply(before);
    if (after.equals(before)) {
      return before;
    }
    var saved = notifications.save(endOf(before, after) ? replying(before, after) : after);
    if (endOf(before, after)) {
      note(after);
    }
    return saved;
  }

  private static boolean endOf(Notification before, Notification after) {
    return before.state() instanceof Pending && !(after.state() instanceof Pending);
  }

  private Notification replying(Notification before, Notification after) {
    return before.state() instanceof Pending pending
        ? answering(after, pending.commandId())
        : after;
  }

  /** The reply the command got, or will get: unchanged as long as it is pending. */
  Notification answering(Notification notification, String commandId) {
    return notification
        .replyTo(commandId)
        .map(reply -> messages.message(TOPIC, notification.appointmentId(), reply))
        .map(notification::saying)
        .orElse(notification);
  }

  private void note(Notification ended) {
    ended(ended.kind(), ended.state().getClass()).increment();
    log.info(
        "{} of appointment {}: {} after {} attempts",
        ended.kind(),
        ended.appointmentId(),
        ended.state(),
        ended.attempts().size());
  }

  private Counter ended(NotificationKind kind, Class<?> state) {
    return meters.counter(
        "carelane.notifications.ended", "kind", kind.name(), "state", state.getSimpleName());
  }
}
