package org.carelane.appointments.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Event on {@code appointment.events}.
 *
 * @param doctorAccountId as in {@link AppointmentConfirmed}
 * @param zone the doctor's, an IANA name
 * @param cancelledBy PATIENT, DOCTOR, ADMIN or SYSTEM
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentCancelled(
    String appointmentId,
    String patientId,
    String doctorId,
    String doctorName,
    @Nullable String doctorAccountId,
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
        it.doctorAccountId(),
        it.startsAt(),
        it.zone().getId(),
        why.name(),
        why.cancelledBy(),
        now);
  }
}
