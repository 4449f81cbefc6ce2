package org.carelane.appointments.booking;

/**
 * What the saga asks for. Its id is the same however often it is asked, so that whoever carries it
 * out can tell a repetition, and its reply names it.
 */
public sealed interface BookingCommand {

  String bookingId();

  default String id() {
    return getClass().getSimpleName() + ":" + bookingId();
  }

  record HoldSlot(String bookingId) implements BookingCommand {}

  record ReleaseSlot(String bookingId) implements BookingCommand {}

  record TakePayment(String bookingId) implements BookingCommand {}

  record RefundPayment(String bookingId) implements BookingCommand {}

  record BookSlot(String bookingId) implements BookingCommand {}

  record SendConfirmation(String bookingId) implements BookingCommand {}

  record SendCancellation(String bookingId) implements BookingCommand {}
}
