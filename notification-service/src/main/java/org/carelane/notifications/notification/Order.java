package org.carelane.notifications.notification;

import org.carelane.notifications.letter.Letter;

/** A command to send a letter. The same one again has the same ids. */
public record Order(String commandId, String appointmentId, String recipientId, Letter letter) {

  String notificationId() {
    return Notification.id(kind(), appointmentId, recipientId);
  }

  NotificationKind kind() {
    return switch (letter) {
      case Letter.Confirmation _ -> NotificationKind.CONFIRMATION;
      case Letter.Cancellation _ -> NotificationKind.CANCELLATION;
    };
  }
}
