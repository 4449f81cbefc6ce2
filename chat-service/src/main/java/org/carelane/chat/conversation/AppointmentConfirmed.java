package org.carelane.chat.conversation;

import java.time.Instant;
import java.util.Optional;

/** What chat uses of the event on {@code appointment.events}. */
public record AppointmentConfirmed(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    Instant occurredAt) {

  /** What it begins; nothing if the doctor is the patient, with nobody to talk to. */
  Optional<Conversation> conversation(Instant now) {
    return doctorId.equals(patientId)
        ? Optional.empty()
        : Optional.of(
            Conversation.begin(
                Party.of(doctorId, doctorName), Party.of(patientId, patientName), occurredAt, now));
  }
}
