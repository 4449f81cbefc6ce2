package org.carelane.appointments.booking;

import java.time.Instant;

/**
 * Event on {@code appointment.events}.
 *
 * @param zone the doctor's, an IANA name
 * @param cancelledBy PATIENT, DOCTOR, ADMIN or SYSTEM
 */
record AppointmentCancelled(
    String appointmentId,
    String patientId,
    String doctorId,
    String doctorName,
    Instant startsAt,
    String zone,
    String reason,
    String cancelledBy,
    Instant occurredAt) {

  static AppointmentCancelled of(Booking booking, Instant now) {
    var it = booking.appointment();
    var why = booking.whyCancelled();
    return new AppointmentCancelled(
        booking.id(),
        it.patient().id(),
        it.doctor().id(),
        it.doctor().name(),
        it.startsAt(),
        it.zone().getId(),
        why.name(),
        why.cancelledBy(),
        now);
  }
}
