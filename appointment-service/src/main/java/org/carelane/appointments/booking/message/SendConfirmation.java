package org.carelane.appointments.booking.message;

import java.time.Instant;

public record SendConfirmation(
    String commandId,
    String appointmentId,
    String patientId,
    String doctorId,
    String doctorName,
    Instant startsAt,
    Instant endsAt,
    String zone,
    String mode,
    long amountMinor,
    String currency) {}
