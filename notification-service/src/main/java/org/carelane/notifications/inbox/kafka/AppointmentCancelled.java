package org.carelane.notifications.inbox.kafka;

import java.time.Instant;
import org.carelane.notifications.inbox.Cancelled;

/** What is used of the event on {@code appointment.events}. */
record AppointmentCancelled(
    String appointmentId,
    String patientId,
    String doctorId,
    String doctorName,
    Instant startsAt,
    Cancelled.By cancelledBy,
    Instant occurredAt) {

  Cancelled news() {
    return new Cancelled(
        appointmentId, patientId, doctorId, doctorName, startsAt, cancelledBy, occurredAt);
  }
}
