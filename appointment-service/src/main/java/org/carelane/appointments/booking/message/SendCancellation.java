package org.carelane.appointments.booking.message;

import java.time.Instant;

public record SendCancellation(
    String commandId,
    String appointmentId,
    String patientId,
    String doctorId,
    String doctorName,
    Instant startsAt,
    String zone,
    String reason) {}
