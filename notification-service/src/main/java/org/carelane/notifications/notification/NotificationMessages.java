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

  /** Adds the reply to the command that began it, if this change has ended it. */
  Notification causedBy(@Nullable Notification before, Notification after) {
    return before != null && before.state() instanceof Pending pending
        ? answering(after, pending.commandId())
        : after;
  }

  /** Adds the reply to a command. Unchanged while it is pending: the reply comes later. */
  Notification answering(Notification notification, String commandId) {
    return NotificationEvent.replyTo(commandId, notification)
        .map(event -> messages.message(TOPIC, notification.appointmentId(), (Record) event))
        .map(notification::saying)
        .orElse(notification);
  }
}
