package org.carelane.chat.conversation;

import java.time.Instant;
import java.util.Optional;

/** The fields used of the event on {@code appointment.events}. */
public record AppointmentConfirmed(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    Instant occurredAt) {

  /** The conversation it begins; empty if doctor and patient are the same account. */
  Optional<Conversation> conversation(Instant now) {
    return doctorId.equals(patientId)
        ? Optional.empty()
        : Optional.of(
            Conversation.begin(
                Party.of(doctorId, doctorName), Party.of(patientId, patientName), occurredAt, now));
  }
}
