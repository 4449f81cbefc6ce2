package org.carelane.appointments.booking;

import java.time.Instant;
import org.carelane.appointments.booking.BookingCommand.Awaited;

/**
 * Command to payment-service.
 *
 * @param amountMinor in minor units of the currency
 * @param currency ISO 4217
 * @param paymentMethod the payment provider's token
 * @param expiresAt when the slot is no longer held
 */
public record TakePayment(
    String commandId,
    String appointmentId,
    String patientId,
    long amountMinor,
    String currency,
    String paymentMethod,
    Instant expiresAt)
    implements Awaited {

  static TakePayment of(Booking booking) {
    var it = booking.appointment();
    return new TakePayment(
        BookingCommand.idOf(TakePayment.class, booking),
        booking.id(),
        it.patient().id(),
        it.fee().amountMinor(),
        it.fee().currency().getCurrencyCode(),
        booking.terms().paymentMethod(),
        booking.terms().heldUntil());
  }
}
