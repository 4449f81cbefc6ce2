package org.carelane.appointments.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Event on {@code appointment.events}.
 *
 * @param doctorAccountId empty when the doctor had no account; left out for an appointment that was
 *     requested in a release that did not note it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentConfirmed(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    @Nullable String doctorAccountId,
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
        it.doctorAccountId(),
        it.startsAt(),
        it.endsAt(),
        it.mode().name(),
        now);
  }
}
