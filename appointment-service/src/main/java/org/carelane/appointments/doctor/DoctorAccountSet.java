package org.carelane.appointments.doctor;

import java.time.Instant;

/** Event on {@code doctor.events}: a profile that had no account got one. */
record DoctorAccountSet(String doctorId, String accountId, Instant occurredAt) {}
