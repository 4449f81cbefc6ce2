package org.carelane.appointments.booking;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.carelane.appointments.appointment.Appointment;
import org.carelane.appointments.appointment.Appointments;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.appointment.StepTaken;
import org.carelane.appointments.appointment.StepTaken.Outcome;
import org.carelane.appointments.booking.BookingReply.ActionRequired;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingReply.TimedOut;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.booking.BookingState.Running;
import org.carelane.appointments.booking.BookingState.Succeeded;
import org.carelane.appointments.booking.BookingState.Undoing;
import org.carelane.appointments.schedule.SlotId;
import org.carelane.messaging.OutboxMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * The saga's document: its state, the appointment as people see it, and an outbox of messages to
 * publish. {@link #on} is a pure function; {@link BookingProcess} carries out the next {@link
 * #command}.
 *
 * @param id also the appointment's
 * @param deadline until when the current reply is awaited; {@code null} once the saga has ended
 * @param after id of the patient's booking before this one, or the patient's own id: unique, so
 *     that of two requests at once the second knows of the first; {@code null} where nobody counts
 */
@Document(Appointments.COLLECTION)
@TypeAlias("booking")
@CompoundIndex(
    name = "of_patient",
    def = "{'appointment.patient.id': 1, 'appointment.requestedAt': -1, '_id': -1}")
@CompoundIndex(
    name = "of_doctor",
    def = "{'appointment.doctor.id': 1, 'appointment.requestedAt': -1, '_id': -1}")
@CompoundIndex(
    name = "of_patient_by_start",
    def = "{'appointment.patient.id': 1, 'appointment.startsAt': 1, '_id': 1}")
@CompoundIndex(
    name = "of_doctor_by_start",
    def = "{'appointment.doctor.id': 1, 'appointment.startsAt': 1, '_id': 1}")
@CompoundIndex(name = "by_start", def = "{'appointment.startsAt': 1, '_id': 1}")
@CompoundIndex(name = "newest", def = "{'appointment.requestedAt': -1, '_id': -1}")
@CompoundIndex(name = "one_after_another", def = "{'after': 1}", unique = true, sparse = true)
@CompoundIndex(name = "due", def = "{'deadline': 1}", sparse = true)
public record Booking(
    @Id String id,
    @Version @Nullable Long version,
    Appointment appointment,
    BookingTerms terms,
    @Field("progress") BookingState state,
    @Nullable Instant deadline,
    List<OutboxMessage> outbox,
    @Nullable String after) {

  /** A new saga. Its first command is not carried out yet. */
  public static Booking start(String id, Appointment appointment, BookingTerms terms) {
    var state = new Running(BookingStep.first());
    return new Booking(id, null, appointment, terms, state, null, List.of(), null);
  }

  /** Behind the patient's latest booking, also if that was requested by a clock that is ahead. */
  Booking behind(PatientsBookings others) {
    var requested = appointment.requestedAfter(others.latestRequest());
    return new Booking(id, version, requested, terms, state, deadline, outbox, others.latestId());
  }

  /** Applies a reply. A reply to a command that is not, or no longer, awaited changes nothing. */
  public Booking on(BookingReply reply, Instant now) {
    if (command().filter(it -> it.commandId().equals(reply.to())).isEmpty()) {
      return this;
    }
    return switch (state) {
      case Running(var step) ->
          switch (reply) {
            case Done _ -> answered(reply).noting(step, Outcome.DONE, now).runBehind(step);
            case Refused(_, var why) ->
                answered(reply).noting(step, Outcome.REFUSED, now).undo(step.previous(), why);
            case TimedOut _ -> timedOut(step, now);
            case ActionRequired _ -> notingOnce(step, Outcome.ACTION_REQUIRED, now);
          };
      case Undoing(var step, var why, var attempts) ->
          switch (reply) {
            case Done _ ->
                answered(reply).noting(step, Outcome.UNDONE, now).undo(step.previous(), why);
            case TimedOut _ -> with(new Undoing(step, why, attempts + 1));
            case Refused _, ActionRequired _ -> this; // asked again at the deadline
          };
      case Succeeded _, RolledBack _ -> this;
    };
  }

  /** Only steps of other services time out. */
  private Booking timedOut(BookingStep step, Instant now) {
    return step.whenTimedOut()
        .map(why -> noting(step, Outcome.TIMED_OUT, now).undo(Optional.of(step), why))
        .orElse(this);
  }

  /** Undoes all steps, the current one included. Changes nothing if that has begun already. */
  public Booking cancel(CancellationReason why, Instant now) {
    return switch (state) {
      case Running(var step) -> noting(step, Outcome.INTERRUPTED, now).undo(Optional.of(step), why);
      case Succeeded _ -> undo(Optional.of(BookingStep.last()), why);
      case Undoing _, RolledBack _ -> this;
    };
  }

  /** The command to carry out next, or whose reply is awaited; empty once the saga has ended. */
  public Optional<BookingCommand> command() {
    return switch (state) {
      case Running(var step) -> Optional.of(step.action(this));
      case Undoing(var step, _, _) -> Optional.of(step.compensation(this));
      case Succeeded _, RolledBack _ -> Optional.empty();
    };
  }

  /** Whether the slot is released in the current state. */
  boolean givesSlotBack() {
    return switch (state) {
      case Undoing(var step, _, _) -> step.givesSlotBackEarly();
      case RolledBack _ -> true;
      case Running _, Succeeded _ -> false;
    };
  }

  /** Until when a reply is awaited; {@code null} once the saga has ended. */
  @Nullable Instant deadline(Instant now, BookingProperties limits) {
    return switch (state) {
      case Running(var step) -> step.deadline(this, now, limits).orElse(now);
      case Undoing(_, _, var attempts) -> now.plus(limits.undoAgainAfter(attempts));
      case Succeeded _, RolledBack _ -> null;
    };
  }

  boolean isOverdue(Instant now) {
    return deadline != null && !deadline.isAfter(now);
  }

  /** Whether another service, not the patient, is to answer for its payment. */
  boolean awaitsPayment() {
    return state.equals(new Running(BookingStep.TAKE_PAYMENT))
        && !appointment.hasSeen(Outcome.ACTION_REQUIRED);
  }

  boolean isBeingUndone() {
    return state instanceof Undoing;
  }

  SlotId slot() {
    return SlotId.parse(appointment.slotId()).orElseThrow();
  }

  /**
   * @throws NullPointerException while it is neither cancelled nor being undone
   */
  CancellationReason whyCancelled() {
    return Objects.requireNonNull(appointment.cancellation());
  }

  /** The booking as it was before anything was done. */
  Booking asRequested() {
    return start(id, appointment.asRequested(), terms);
  }

  private Booking runBehind(BookingStep step) {
    return step.next()
        .map(next -> with(new Running(next)))
        .orElseGet(() -> with(appointment.confirmed(), new Succeeded()));
  }

  private Booking undo(Optional<BookingStep> from, CancellationReason why) {
    return from.map(step -> with(appointment.cancelling(why), new Undoing(step, why, 1)))
        .orElseGet(() -> with(appointment.cancelled(why), new RolledBack(why)));
  }

  private Booking noting(BookingStep step, Outcome outcome, Instant now) {
    return with(appointment.noting(new StepTaken(step.name(), outcome, now)), state);
  }

  private Booking notingOnce(BookingStep step, Outcome outcome, Instant now) {
    var noted =
        appointment.steps().stream()
            .anyMatch(it -> it.step().equals(step.name()) && it.outcome() == outcome);
    return noted ? this : noting(step, outcome, now);
  }

  /** Adds a message to the outbox. */
  Booking sending(OutboxMessage message) {
    var all = Stream.concat(outbox.stream(), Stream.of(message)).toList();
    return new Booking(id, version, appointment, terms, state, deadline, all, after);
  }

  Booking waitingUntil(@Nullable Instant newDeadline) {
    return new Booking(id, version, appointment, terms, state, newDeadline, outbox, after);
  }

  /** Drops the answered command from the outbox: the reply proves that it was published. */
  private Booking answered(BookingReply reply) {
    var others = outbox.stream().filter(it -> !(it.type() + ":" + id).equals(reply.to())).toList();
    return new Booking(id, version, appointment, terms, state, deadline, others, after);
  }

  private Booking with(BookingState next) {
    return with(appointment, next);
  }

  private Booking with(Appointment changed, BookingState next) {
    return new Booking(id, version, changed, terms, next, deadline, outbox, after);
  }
}
