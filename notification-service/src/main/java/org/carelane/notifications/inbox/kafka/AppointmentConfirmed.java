package org.carelane.notifications.inbox.kafka;

import java.time.Instant;
import org.carelane.notifications.inbox.Confirmed;

/** What is used of the event on {@code appointment.events}. */
record AppointmentConfirmed(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    Instant startsAt,
    Instant occurredAt) {

  Confirmed news() {
    return new Confirmed(
        appointmentId, patientId, patientName, doctorId, doctorName, startsAt, occurredAt);
  }
}
