package org.carelane.notifications.notification;

import java.time.Instant;
import java.util.Optional;
import org.carelane.notifications.notification.NotificationState.Delivered;
import org.carelane.notifications.notification.NotificationState.Pending;
import org.carelane.notifications.notification.NotificationState.Undeliverable;
import org.carelane.notifications.notification.NotificationState.Withdrawn;

/** Replies on {@code notification.events}. */
sealed interface NotificationEvent {

  record ConfirmationDelivered(
      String commandId, String appointmentId, Channel channel, Instant occurredAt)
      implements NotificationEvent {}

  record ConfirmationUndeliverable(
      String commandId, String appointmentId, UndeliverableReason reason, Instant occurredAt)
      implements NotificationEvent {}

  enum Channel {
    EMAIL
  }

  /** The reply to a command; empty for a cancellation, and while a confirmation is pending. */
  static Optional<NotificationEvent> replyTo(String commandId, Notification notification) {
    return switch (notification.kind()) {
      case CANCELLATION -> Optional.empty();
      case CONFIRMATION -> replyTo(commandId, notification.appointmentId(), notification.state());
    };
  }

  private static Optional<NotificationEvent> replyTo(
      String commandId, String appointmentId, NotificationState state) {
    return switch (state) {
      case Pending _ -> Optional.empty();
      case Delivered(var at) ->
          Optional.of(new ConfirmationDelivered(commandId, appointmentId, Channel.EMAIL, at));
      case Undeliverable(var reason, var at) ->
          Optional.of(new ConfirmationUndeliverable(commandId, appointmentId, reason, at));
      case Withdrawn(var at) ->
          Optional.of(
              new ConfirmationUndeliverable(
                  commandId, appointmentId, UndeliverableReason.WITHDRAWN, at));
    };
  }
}
