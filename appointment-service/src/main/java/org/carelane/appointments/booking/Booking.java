package org.carelane.appointments.booking;

import java.time.Instant;
import java.util.List;
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
import org.carelane.appointments.booking.Progress.RolledBack;
import org.carelane.appointments.booking.Progress.Running;
import org.carelane.appointments.booking.Progress.Succeeded;
import org.carelane.appointments.booking.Progress.Undoing;
import org.carelane.messaging.OutboxMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An appointment on its way: the saga's state, the appointment as its people see it, and the
 * messages both cause, in one document. {@link #on} is a pure function; {@link BookingProcess}
 * carries out what it asks for.
 *
 * @param id the appointment's
 * @param deadline when waiting for the awaited answer ends; {@code null} once the saga has ended
 */
@Document(Appointments.COLLECTION)
@TypeAlias("booking")
@CompoundIndex(
    name = "of_patient",
    def = "{'appointment.patient.id': 1, 'appointment.requestedAt': -1, '_id': -1}")
@CompoundIndex(
    name = "of_doctor",
    def = "{'appointment.doctor.id': 1, 'appointment.requestedAt': -1, '_id': -1}")
@CompoundIndex(name = "newest", def = "{'appointment.requestedAt': -1, '_id': -1}")
@CompoundIndex(name = "due", def = "{'deadline': 1}", sparse = true)
public record Booking(
    @Id String id,
    @Version @Nullable Long version,
    Appointment appointment,
    BookingTerms terms,
    Progress progress,
    @Nullable Instant deadline,
    List<OutboxMessage> outbox) {

  /** A new saga, whose first command is to be carried out. */
  public static Booking start(String id, Appointment appointment, BookingTerms terms) {
    var progress = new Running(BookingStep.first());
    return new Booking(id, null, appointment, terms, progress, null, List.of());
  }

  /** Applies an answer. One to a command that is not awaited (any more) changes nothing. */
  public Booking on(BookingReply reply, Instant now) {
    if (awaited().filter(command -> command.id().equals(reply.to())).isEmpty()) {
      return this;
    }
    return switch (progress) {
      case Running(var step) ->
          switch (reply) {
            case Done _ -> noting(step, Outcome.DONE, now).runBehind(step);
            case Refused(_, var why) ->
                noting(step, Outcome.REFUSED, now).undo(step.previous(), why);
            case TimedOut _ ->
                noting(step, Outcome.TIMED_OUT, now).undo(Optional.of(step), step.whenTimedOut());
            case ActionRequired _ -> notingOnce(step, Outcome.ACTION_REQUIRED, now);
          };
      case Undoing(var step, var why, var attempts) ->
          switch (reply) {
            case Done _ -> noting(step, Outcome.UNDONE, now).undo(step.previous(), why);
            case TimedOut _ -> with(new Undoing(step, why, attempts + 1));
            case Refused _, ActionRequired _ -> this; // asked again at the deadline
          };
      case Succeeded _, RolledBack _ -> this;
    };
  }

  /** Undoes whatever was done. Cancelling what is being undone, or was, changes nothing. */
  public Booking cancel(CancellationReason why, Instant now) {
    return switch (progress) {
      case Running(var step) -> noting(step, Outcome.INTERRUPTED, now).undo(Optional.of(step), why);
      case Succeeded _ -> undo(Optional.of(BookingStep.last()), why);
      case Undoing _, RolledBack _ -> this;
    };
  }

  /** The command whose answer the saga waits for. It was issued when the progress changed. */
  public Optional<BookingCommand> awaited() {
    return switch (progress) {
      case Running(var step) -> Optional.of(step.action(id));
      case Undoing(var step, _, _) -> Optional.of(step.compensation(id));
      case Succeeded _, RolledBack _ -> Optional.empty();
    };
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
    return with(appointment.noting(new StepTaken(step.name(), outcome, now)), progress);
  }

  private Booking notingOnce(BookingStep step, Outcome outcome, Instant now) {
    var noted =
        appointment.steps().stream()
            .anyMatch(it -> it.step().equals(step.name()) && it.outcome() == outcome);
    return noted ? this : noting(step, outcome, now);
  }

  /** Carries these messages until they are published, and waits until the deadline. */
  Booking causing(List<OutboxMessage> messages, @Nullable Instant newDeadline) {
    var all = Stream.concat(outbox.stream(), messages.stream()).toList();
    return new Booking(id, version, appointment, terms, progress, newDeadline, all);
  }

  private Booking with(Progress next) {
    return with(appointment, next);
  }

  private Booking with(Appointment changed, Progress next) {
    return new Booking(id, version, changed, terms, next, deadline, outbox);
  }
}
