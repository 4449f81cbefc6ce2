package org.carelane.appointments.booking;

import java.time.Instant;
import org.carelane.appointments.booking.BookingCommand.Told;

/**
 * Command to notification-service.
 *
 * @param zone the doctor's, an IANA name
 */
public record SendCancellation(
    String commandId,
    String appointmentId,
    String patientId,
    String doctorId,
    String doctorName,
    Instant startsAt,
    String zone,
    String reason)
    implements Told {

  static SendCancellation of(Booking booking) {
    var it = booking.appointment();
    return new SendCancellation(
        BookingCommand.idOf(SendCancellation.class, booking),
        booking.id(),
        it.patient().id(),
        it.doctor().id(),
        it.doctor().name(),
        it.startsAt(),
        it.zone().getId(),
        booking.whyCancelled().name());
  }
}
