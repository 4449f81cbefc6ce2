package org.carelane.appointments.booking.message;

import java.time.Instant;

public record AppointmentRequested(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    String slotId,
    Instant startsAt,
    Instant endsAt,
    String mode,
    Instant occurredAt) {}
