package org.carelane.notifications.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.carelane.notifications.notification.NotificationState.Pending;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts and logs notifications that have ended. */
@Component
class NotificationMetrics {

  private static final Logger log = LoggerFactory.getLogger(NotificationMetrics.class);

  private final MeterRegistry meters;

  NotificationMetrics(MeterRegistry meters) {
    this.meters = meters;
    for (var kind : NotificationKind.values()) {
      for (var state : NotificationState.class.getPermittedSubclasses()) {
        if (state != Pending.class) {
          ended(kind, state);
        }
      }
    }
  }

  /** To be called after the change is saved. */
  void changed(@Nullable Notification before, Notification after) {
    if (before != null && !before.hasEnded() && after.hasEnded()) {
      ended(after.kind(), after.state().getClass()).increment();
      log.info(
          "{} of appointment {}: {} after {} attempts",
          after.kind(),
          after.appointmentId(),
          after.state(),
          after.attempts().size());
    }
  }

  private Counter ended(NotificationKind kind, Class<?> state) {
    return meters.counter(
        "carelane.notifications.ended", "kind", kind.name(), "state", state.getSimpleName());
  }
}
