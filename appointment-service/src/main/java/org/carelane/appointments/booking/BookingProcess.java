package org.carelane.appointments.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingCommand.Awaited;
import org.carelane.appointments.booking.BookingCommand.BookSlot;
import org.carelane.appointments.booking.BookingCommand.HoldSlot;
import org.carelane.appointments.booking.BookingCommand.ReleaseSlot;
import org.carelane.appointments.booking.BookingCommand.Told;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingReply.TimedOut;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.schedule.Slots;
import org.carelane.documents.CompareAndSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Advances sagas: loads, applies a reply, changes slots, puts commands to other services into the
 * outbox, saves.
 *
 * <p>A slot is claimed before the save. If the process dies in between, the reply is delivered
 * again, and claiming again changes nothing. A slot is released only when the stored booking is
 * being undone: after the save that begins this, or before a later one.
 */
@Component
public class BookingProcess {

  private static final int TRIES = 30;

  private final Bookings bookings;
  private final Slots slots;
  private final BookingMessages messages;
  private final BookingMetrics metrics;
  private final AdmissionControl admission;
  private final BookingProperties limits;
  private final PatientLimits ofPatient;
  private final Clock clock;

  BookingProcess(
      Bookings bookings,
      Slots slots,
      BookingMessages messages,
      BookingMetrics metrics,
      AdmissionControl admission,
      BookingProperties limits,
      PatientLimits ofPatient,
      Clock clock) {
    this.bookings = bookings;
    this.slots = slots;
    this.messages = messages;
    this.metrics = metrics;
    this.admission = admission;
    this.limits = limits;
    this.ofPatient = ofPatient;
    this.clock = clock;
  }

  /**
   * Starts a saga, if the patient's other bookings allow it and its slot is free. They are looked
   * at before anything is held, and again when another of them was stored meanwhile.
   */
  public BookingStart start(Booking requested) {
    return switch (behindOthers(requested)) {
      case Behind.Refused(var why) -> why;
      case Behind.Allowed(var allowed) -> {
        var begun = advance(allowed, this::book);
        yield begun.state() instanceof RolledBack ? BookingStart.SLOT_TAKEN : insert(begun);
      }
    };
  }

  /** A new booking in its place behind the patient's others. */
  private sealed interface Behind {
    record Allowed(Booking booking) implements Behind {}

    record Refused(BookingStart why) implements Behind {}
  }

  private Behind behindOthers(Booking wanted) {
    if (!ofPatient.areAny()) {
      return new Behind.Allowed(wanted);
    }
    var it = wanted.appointment();
    var others = bookings.ofPatient(it.patient().id(), it.startsAt(), it.endsAt());
    return others
        .refusal(wanted, now(), ofPatient)
        .<Behind>map(Behind.Refused::new)
        .orElseGet(() -> new Behind.Allowed(wanted.behind(others)));
  }

  private BookingStart insert(Booking begun) {
    var next = begun;
    for (int i = 0; i < TRIES; i++) {
      try {
        bookings.insert(next);
        return BookingStart.BEGUN;
      } catch (DuplicateKeyException e) {
        var twin = bookings.find(begun.id());
        if (twin.isPresent()) {
          releaseUnlessUsed(begun, twin.get());
          return BookingStart.SLOT_TAKEN;
        }
        switch (behindOthers(begun)) {
          case Behind.Allowed(var allowed) -> next = allowed;
          case Behind.Refused(var why) -> {
            releaseIf(true, begun);
            return why;
          }
        }
      }
    }
    releaseIf(true, begun);
    throw new OptimisticLockingFailureException("other bookings of its patient, again and again");
  }

  /** Applies a reply; one to an unknown booking is dropped. */
  void handle(BookingAnswer answer) {
    change(answer.bookingId(), booking -> booking.on(answer.reply(), now()));
  }

  /** Ends the wait for a reply if its deadline has passed. */
  public void checkDeadline(String bookingId) {
    change(
        bookingId,
        booking ->
            booking
                .command()
                .filter(_ -> booking.isOverdue(now()))
                .map(command -> booking.on(new TimedOut(command.commandId()), now()))
                .orElse(booking));
  }

  public Optional<Booking> cancel(String bookingId, CancellationReason why) {
    return change(bookingId, booking -> booking.cancel(why, now()));
  }

  private Optional<Booking> change(String bookingId, UnaryOperator<Booking> change) {
    return CompareAndSet.repeat(
        () -> bookings.find(bookingId).map(found -> save(found, change.apply(found))));
  }

  private Booking save(Booking before, Booking changed) {
    if (changed.equals(before)) {
      return before;
    }
    if (changed.state().equals(before.state())) {
      return bookings.save(changed);
    }
    var after = advance(changed, this::book);
    releaseIf(after.givesSlotBack() && before.isBeingUndone(), after);
    var saved = bookings.save(after);
    releaseIf(after.givesSlotBack() && !before.isBeingUndone(), after);
    moved(before, saved);
    return saved;
  }

  void moved(Booking before, Booking after) {
    metrics.moved(before, after);
    admission.moved(before, after);
  }

  /**
   * Carries out commands until the saga has ended or waits for another service.
   *
   * @param book books a slot, and says whether it could
   */
  Booking advance(Booking from, Predicate<BookSlot> book) {
    var booking = from;
    while (true) {
      switch (booking.command().orElse(null)) {
        case null -> {
          return waiting(messages.ended(booking).map(booking::sending).orElse(booking));
        }
        case Awaited it -> {
          return waiting(booking.sending(messages.of(it)));
        }
        case Told it -> booking = done(booking, it).sending(messages.of(it));
        case HoldSlot it ->
            booking = answered(booking, it, slots.hold(it.slot(), it.appointmentId(), it.until()));
        case BookSlot it -> booking = answered(booking, it, book.test(it));
        case ReleaseSlot it -> booking = done(booking, it); // the slot is released with the save
      }
    }
  }

  private Booking waiting(Booking booking) {
    return booking.waitingUntil(booking.deadline(now(), limits));
  }

  private Booking answered(Booking booking, BookingCommand command, boolean done) {
    return done
        ? done(booking, command)
        : booking.on(new Refused(command.commandId(), CancellationReason.SLOT_LOST), now());
  }

  private Booking done(Booking booking, BookingCommand command) {
    return booking.on(new Done(command.commandId()), now());
  }

  private boolean book(BookSlot command) {
    return slots.book(command.slot(), command.appointmentId());
  }

  private void releaseIf(boolean wanted, Booking booking) {
    if (wanted) {
      slots.release(booking.slot(), booking.id());
    }
  }

  /** Releases the slot of a second request with the same id, unless the stored one uses it. */
  private void releaseUnlessUsed(Booking booking, Booking twin) {
    releaseIf(twin.state() instanceof RolledBack || !twin.slot().equals(booking.slot()), booking);
  }

  Instant now() {
    return clock.instant();
  }
}
