package org.carelane.appointments.booking;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingCommand.BookSlot;
import org.carelane.appointments.booking.BookingCommand.HoldSlot;
import org.carelane.appointments.booking.BookingCommand.RefundPayment;
import org.carelane.appointments.booking.BookingCommand.ReleaseSlot;
import org.carelane.appointments.booking.BookingCommand.SendCancellation;
import org.carelane.appointments.booking.BookingCommand.SendConfirmation;
import org.carelane.appointments.booking.BookingCommand.TakePayment;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingReply.TimedOut;
import org.carelane.appointments.booking.Progress.RolledBack;
import org.carelane.appointments.booking.Progress.Running;
import org.carelane.appointments.booking.Progress.Succeeded;
import org.carelane.appointments.booking.Progress.Undoing;
import org.carelane.appointments.schedule.SlotId;
import org.carelane.appointments.schedule.Slots;
import org.carelane.documents.CompareAndSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Carries sagas on: loads, applies an answer, carries out what it asks for, saves. Slots are our
 * own and change at once; other services are asked through the outbox.
 *
 * <p>An action on a slot comes before the save: should the process die in between, the answer that
 * led to it is delivered again, and acting again changes nothing. A compensation comes after the
 * save that decided on it: a slot is never given away while its appointment still stands.
 */
@Component
public class BookingProcess {

  private final Bookings bookings;
  private final Slots slots;
  private final BookingMessages messages;
  private final BookingMetrics metrics;
  private final BookingProperties properties;
  private final Clock clock;

  BookingProcess(
      Bookings bookings,
      Slots slots,
      BookingMessages messages,
      BookingMetrics metrics,
      BookingProperties properties,
      Clock clock) {
    this.bookings = bookings;
    this.slots = slots;
    this.messages = messages;
    this.metrics = metrics;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Starts a saga.
   *
   * @return whether it is new and holds its slot; if not, nothing was stored
   */
  public boolean start(Booking booking) {
    var held = carryOut(null, booking);
    if (held.progress() instanceof RolledBack) {
      return false;
    }
    try {
      bookings.insert(held);
      return true;
    } catch (DuplicateKeyException e) {
      bookings.find(booking.id()).ifPresent(twin -> releaseUnlessUsed(booking, twin));
      return false;
    }
  }

  /** Applies an answer; one to a booking that does not exist is dropped. */
  public Optional<Booking> on(String bookingId, BookingReply reply) {
    return change(bookingId, booking -> booking.on(reply, now()));
  }

  /** Ends the wait for an answer if its deadline has passed. */
  public Optional<Booking> checkDeadline(String bookingId) {
    return change(
        bookingId,
        booking ->
            booking
                .awaited()
                .filter(_ -> booking.deadline() != null && !booking.deadline().isAfter(now()))
                .map(command -> booking.on(new TimedOut(command.id()), now()))
                .orElse(booking));
  }

  public Optional<Booking> cancel(String bookingId, CancellationReason why) {
    return change(bookingId, booking -> booking.cancel(why, now()));
  }

  private Optional<Booking> change(String bookingId, UnaryOperator<Booking> change) {
    return CompareAndSet.repeat(() -> bookings.find(bookingId).map(found -> apply(change, found)));
  }

  private Booking apply(UnaryOperator<Booking> change, Booking before) {
    var after = change.apply(before);
    if (after.progress().equals(before.progress())) {
      return after.equals(before) ? before : bookings.save(after);
    }
    var settled = carryOut(before, after);
    metrics.moved(before, settled);
    return settled;
  }

  /** Issues what the new progress asks for, and goes on while the answers are at hand. */
  private Booking carryOut(@Nullable Booking before, Booking after) {
    var next = after.causing(messages.causedBy(before, after), deadline(after));
    if (next.progress() instanceof Undoing) {
      next = bookings.save(next);
    }
    var answer = next.awaited().flatMap(command -> ask(command, after));
    if (answer.isPresent()) {
      return carryOut(next, next.on(answer.get(), now()));
    }
    boolean saved = next.progress() instanceof Undoing;
    return saved || before == null || before.version() == null ? next : bookings.save(next);
  }

  /** The answer, if it does not come from another service. */
  private Optional<BookingReply> ask(BookingCommand command, Booking booking) {
    return switch (command) {
      case HoldSlot _ ->
          Optional.of(
              answer(
                  command, slots.hold(slotOf(booking), booking.id(), booking.terms().heldUntil())));
      case BookSlot _ -> Optional.of(answer(command, slots.book(slotOf(booking), booking.id())));
      case ReleaseSlot _ -> {
        slots.release(slotOf(booking), booking.id());
        yield Optional.of(new Done(command.id()));
      }
      case SendCancellation _ -> Optional.of(new Done(command.id())); // nobody waits for the mail
      case RefundPayment _ -> { // which may take long; nobody else needs to wait for the slot
        slots.release(slotOf(booking), booking.id());
        yield Optional.empty();
      }
      case TakePayment _, SendConfirmation _ -> Optional.empty();
    };
  }

  private static BookingReply answer(BookingCommand command, boolean done) {
    return done ? new Done(command.id()) : new Refused(command.id(), CancellationReason.SLOT_LOST);
  }

  /** A second request with the same id may hold a slot its twin does not need. */
  private void releaseUnlessUsed(Booking booking, Booking twin) {
    if (twin.progress() instanceof RolledBack || !slotOf(twin).equals(slotOf(booking))) {
      slots.release(slotOf(booking), booking.id());
    }
  }

  private @Nullable Instant deadline(Booking booking) {
    return switch (booking.progress()) {
      case Running(var step) when step == BookingStep.TAKE_PAYMENT -> booking.terms().heldUntil();
      case Running _ -> properties.confirmedUntil(now(), booking.appointment().startsAt());
      case Undoing(_, _, var attempts) -> now().plus(properties.undoAgainAfter(attempts));
      case Succeeded _, RolledBack _ -> null;
    };
  }

  private static SlotId slotOf(Booking booking) {
    return SlotId.parse(booking.appointment().slotId()).orElseThrow();
  }

  /** The database keeps milliseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(MILLIS);
  }
}
