package org.carelane.appointments.booking;

import java.util.Optional;
import java.util.function.Function;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingCommand.BookSlot;
import org.carelane.appointments.booking.BookingCommand.HoldSlot;
import org.carelane.appointments.booking.BookingCommand.RefundPayment;
import org.carelane.appointments.booking.BookingCommand.ReleaseSlot;
import org.carelane.appointments.booking.BookingCommand.SendCancellation;
import org.carelane.appointments.booking.BookingCommand.SendConfirmation;
import org.carelane.appointments.booking.BookingCommand.TakePayment;

/** The saga: its steps in order, what each does, what undoes it, and what no answer means. */
public enum BookingStep {
  HOLD_SLOT(HoldSlot::new, ReleaseSlot::new, CancellationReason.SLOT_LOST),
  TAKE_PAYMENT(TakePayment::new, RefundPayment::new, CancellationReason.PAYMENT_TIMED_OUT),
  BOOK_SLOT(BookSlot::new, ReleaseSlot::new, CancellationReason.SLOT_LOST),
  CONFIRM(SendConfirmation::new, SendCancellation::new, CancellationReason.CONFIRMATION_TIMED_OUT);

  private final Function<String, BookingCommand> action;
  private final Function<String, BookingCommand> compensation;
  private final CancellationReason whenTimedOut;

  BookingStep(
      Function<String, BookingCommand> action,
      Function<String, BookingCommand> compensation,
      CancellationReason whenTimedOut) {
    this.action = action;
    this.compensation = compensation;
    this.whenTimedOut = whenTimedOut;
  }

  public BookingCommand action(String bookingId) {
    return action.apply(bookingId);
  }

  public BookingCommand compensation(String bookingId) {
    return compensation.apply(bookingId);
  }

  CancellationReason whenTimedOut() {
    return whenTimedOut;
  }

  static BookingStep first() {
    return HOLD_SLOT;
  }

  static BookingStep last() {
    return CONFIRM;
  }

  Optional<BookingStep> next() {
    return at(ordinal() + 1);
  }

  Optional<BookingStep> previous() {
    return at(ordinal() - 1);
  }

  private static Optional<BookingStep> at(int index) {
    return index >= 0 && index < values().length ? Optional.of(values()[index]) : Optional.empty();
  }
}
