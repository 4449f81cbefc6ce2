package org.carelane.notifications.notification;

import java.time.Instant;

/** Reply on {@code notification.events}. */
record ConfirmationDelivered(
    String commandId, String appointmentId, Channel channel, Instant occurredAt) {

  enum Channel {
    EMAIL
  }
}
