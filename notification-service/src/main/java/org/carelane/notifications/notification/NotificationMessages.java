package org.carelane.notifications.notification;

import org.carelane.messaging.Messages;
import org.carelane.notifications.notification.NotificationState.Pending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the replies that a change causes into the notification's outbox. */
@Component
class NotificationMessages {

  private static final String TOPIC = "notification.events";

  private final Messages messages;

  NotificationMessages(Messages messages) {
    this.messages = messages;
  }

  /** With the reply to the command it was begun for, if it has ended now. */
  Notification causedBy(@Nullable Notification before, Notification after) {
    return before != null && before.state() instanceof Pending pending
        ? answering(after, pending.commandId())
        : after;
  }

  /** With the reply that a command gets. Unchanged while it is pending: it is answered later. */
  Notification answering(Notification notification, String commandId) {
    return NotificationEvent.replyTo(commandId, notification)
        .map(event -> messages.message(TOPIC, notification.appointmentId(), (Record) event))
        .map(notification::saying)
        .orElse(notification);
  }
}
