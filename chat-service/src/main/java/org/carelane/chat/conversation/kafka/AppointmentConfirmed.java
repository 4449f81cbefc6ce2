package org.carelane.chat.conversation.kafka;

import java.time.Instant;

/** What chat uses of the event on {@code appointment.events}. */
record AppointmentConfirmed(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    Instant occurredAt) {}
