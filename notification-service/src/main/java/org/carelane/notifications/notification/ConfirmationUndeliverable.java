package org.carelane.notifications.notification;

import java.time.Instant;

/** Reply on {@code notification.events}. */
record ConfirmationUndeliverable(
    String commandId, String appointmentId, UndeliverableReason reason, Instant occurredAt) {}
