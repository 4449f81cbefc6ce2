package org.carelane.notifications.inbox;

import java.time.Instant;

/** An appointment takes place. */
public record Confirmed(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    Instant startsAt,
    Instant at) {}
