package org.carelane.appointments.booking;

import org.carelane.appointments.booking.BookingCommand.Awaited;

/** Command to payment-service: give back what was taken, and take nothing from now on. */
public record RefundPayment(String commandId, String appointmentId, String reason)
    implements Awaited {

  static RefundPayment of(Booking booking) {
    return new RefundPayment(
        BookingCommand.idOf(RefundPayment.class, booking),
        booking.id(),
        booking.whyCancelled().name());
  }
}
