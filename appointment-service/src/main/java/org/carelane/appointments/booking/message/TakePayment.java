package org.carelane.appointments.booking.message;

import java.time.Instant;

public record TakePayment(
    String commandId,
    String appointmentId,
    String patientId,
    long amountMinor,
    String currency,
    String paymentMethod,
    Instant expiresAt) {}
