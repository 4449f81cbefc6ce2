package org.carelane.appointments.booking;

import java.time.Instant;

/** Event on {@code appointment.events}. */
record AppointmentConfirmed(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    Instant startsAt,
    Instant endsAt,
    String mode,
    Instant occurredAt) {

  static AppointmentConfirmed of(Booking booking, Instant now) {
    var it = booking.appointment();
    return new AppointmentConfirmed(
        booking.id(),
        it.patient().id(),
        it.patient().name(),
        it.doctor().id(),
        it.doctor().name(),
        it.startsAt(),
        it.endsAt(),
        it.mode().name(),
        now);
  }
}
