package org.carelane.appointments.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingCommand.BookSlot;
import org.carelane.appointments.booking.BookingCommand.HoldSlot;
import org.carelane.appointments.booking.BookingCommand.OnSlot;
import org.carelane.appointments.booking.BookingCommand.ReleaseSlot;
import org.jspecify.annotations.Nullable;

/**
 * The saga as a table: its steps in order, each with its action and its compensation. A step of
 * another service also has a deadline, the reason to cancel without a reply, and whether the slot
 * is released before the step is undone.
 */
public enum BookingStep {
  HOLD_SLOT(HoldSlot::of, ReleaseSlot::of),
  TAKE_PAYMENT(
      TakePayment::of,
      RefundPayment::of,
      (booking, _, _) -> booking.terms().heldUntil(),
      CancellationReason.PAYMENT_TIMED_OUT,
      SlotGivenBack.EARLY), // a refund may take long; others can book the slot meanwhile
  BOOK_SLOT(BookSlot::of, ReleaseSlot::of),
  CONFIRM(
      SendConfirmation::of,
      SendCancellation::of,
      (booking, now, limits) -> limits.confirmedUntil(now, booking.appointment().startsAt()),
      CancellationReason.CONFIRMATION_TIMED_OUT,
      SlotGivenBack.IN_TURN);

  /** Until when a reply is awaited. */
  private interface Deadline {
    Instant of(Booking booking, Instant now, BookingProperties limits);
  }

  private enum SlotGivenBack {
    EARLY,
    IN_TURN
  }

  private final Function<Booking, ? extends BookingCommand> action;
  private final Function<Booking, ? extends BookingCommand> compensation;
  private final @Nullable Deadline deadline;
  private final @Nullable CancellationReason whenTimedOut;
  private final SlotGivenBack slotGivenBack;

  /** A step of this service, done at once. */
  BookingStep(Function<Booking, OnSlot> action, Function<Booking, OnSlot> compensation) {
    this(action, compensation, null, null, SlotGivenBack.IN_TURN);
  }

  /** A step of another service. */
  BookingStep(
      Function<Booking, ? extends BookingCommand> action,
      Function<Booking, ? extends BookingCommand> compensation,
      @Nullable Deadline deadline,
      @Nullable CancellationReason whenTimedOut,
      SlotGivenBack slotGivenBack) {
    this.action = action;
    this.compensation = compensation;
    this.deadline = deadline;
    this.whenTimedOut = whenTimedOut;
    this.slotGivenBack = slotGivenBack;
  }

  BookingCommand action(Booking booking) {
    return action.apply(booking);
  }

  BookingCommand compensation(Booking booking) {
    return compensation.apply(booking);
  }

  /** Empty for a step of this service. */
  Optional<Instant> deadline(Booking booking, Instant now, BookingProperties limits) {
    return Optional.ofNullable(deadline).map(it -> it.of(booking, now, limits));
  }

  /** The reason to cancel without a reply; empty for a step of this service. */
  Optional<CancellationReason> whenTimedOut() {
    return Optional.ofNullable(whenTimedOut);
  }

  boolean givesSlotBackEarly() {
    return slotGivenBack == SlotGivenBack.EARLY;
  }

  static BookingStep first() {
    return values()[0];
  }

  static BookingStep last() {
    return values()[values().length - 1];
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
