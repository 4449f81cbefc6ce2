package org.carelane.appointments.booking;

import java.time.Instant;
import org.carelane.appointments.booking.BookingCommand.Awaited;

/**
 * Command to notification-service.
 *
 * @param zone the doctor's, an IANA name
 * @param amountMinor in minor units of the currency
 * @param currency ISO 4217
 */
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
    String currency)
    implements Awaited {

  static SendConfirmation of(Booking booking) {
    var it = booking.appointment();
    return new SendConfirmation(
        BookingCommand.idOf(SendConfirmation.class, booking),
        booking.id(),
        it.patient().id(),
        it.doctor().id(),
        it.doctor().name(),
        it.startsAt(),
        it.endsAt(),
        it.zone().getId(),
        it.mode().name(),
        it.fee().amountMinor(),
        it.fee().currency().getCurrencyCode());
  }
}
