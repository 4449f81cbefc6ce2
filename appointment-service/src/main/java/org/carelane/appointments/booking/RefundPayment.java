package org.carelane.appointments.booking;

import org.carelane.appointments.booking.BookingCommand.Awaited;

/** To payment-service: give back whatever was, or still will be, taken. */
public record RefundPayment(String commandId, String appointmentId, String reason)
    implements Awaited {

  static RefundPayment of(Booking booking) {
    return new RefundPayment(
        BookingCommand.idOf(RefundPayment.class, booking),
        booking.id(),
        booking.whyCancelled().name());
  }
}
