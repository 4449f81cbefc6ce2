package org.carelane.appointments.booking.message;

import java.time.Instant;

public record AppointmentConfirmed(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    Instant startsAt,
    Instant endsAt,
    String mode,
    Instant occurredAt) {}
