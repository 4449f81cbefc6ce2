package org.carelane.appointments.booking;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.Progress.RolledBack;
import org.carelane.appointments.booking.Progress.Running;
import org.carelane.appointments.booking.Progress.Succeeded;
import org.carelane.appointments.booking.Progress.Undoing;
import org.carelane.appointments.booking.message.AppointmentCancelled;
import org.carelane.appointments.booking.message.AppointmentConfirmed;
import org.carelane.appointments.booking.message.AppointmentRequested;
import org.carelane.appointments.booking.message.RefundPayment;
import org.carelane.appointments.booking.message.SendCancellation;
import org.carelane.appointments.booking.message.SendConfirmation;
import org.carelane.appointments.booking.message.TakePayment;
import org.carelane.messaging.Messages;
import org.carelane.messaging.OutboxMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other services are told when a saga's progress changes. */
@Component
class BookingMessages {

  private static final String PAYMENTS = "payment.commands";
  private static final String NOTIFICATIONS = "notification.commands";
  private static final String EVENTS = "appointment.events";

  private final Messages messages;
  private final Clock clock;

  BookingMessages(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * @param before {@code null} for a new booking
   */
  List<OutboxMessage> causedBy(@Nullable Booking before, Booking after) {
    return Stream.concat(event(before, after).stream(), command(after).stream()).toList();
  }

  private Optional<OutboxMessage> command(Booking booking) {
    return booking
        .awaited()
        .flatMap(
            command ->
                switch (command) {
                  case BookingCommand.TakePayment it -> command(PAYMENTS, takePayment(it, booking));
                  case BookingCommand.RefundPayment it -> command(PAYMENTS, refund(it, booking));
                  case BookingCommand.SendConfirmation it ->
                      command(NOTIFICATIONS, confirmation(it, booking));
                  case BookingCommand.SendCancellation it ->
                      command(NOTIFICATIONS, cancellation(it, booking));
                  case BookingCommand.HoldSlot _,
                      BookingCommand.BookSlot _,
                      BookingCommand.ReleaseSlot _ ->
                      Optional.<Addressed>empty();
                })
        .map(it -> messages.message(it.topic(), booking.id(), it.payload()));
  }

  private record Addressed(String topic, Record payload) {}

  private static Optional<Addressed> command(String topic, Record payload) {
    return Optional.of(new Addressed(topic, payload));
  }

  private Optional<OutboxMessage> event(@Nullable Booking before, Booking after) {
    if (before == null) {
      return Optional.of(requested(after)).map(it -> messages.message(EVENTS, after.id(), it));
    }
    Optional<Record> event =
        switch (after.progress()) {
          case Succeeded _ -> Optional.of(confirmed(after));
          case RolledBack(var why) -> Optional.of(cancelled(after, why));
          case Running _, Undoing _ -> Optional.empty();
        };
    return event.map(it -> messages.message(EVENTS, after.id(), it));
  }

  private static TakePayment takePayment(BookingCommand command, Booking booking) {
    var it = booking.appointment();
    return new TakePayment(
        command.id(),
        booking.id(),
        it.patient().id(),
        it.fee().amountMinor(),
        it.fee().currency().getCurrencyCode(),
        booking.terms().paymentMethod(),
        booking.terms().heldUntil());
  }

  private static RefundPayment refund(BookingCommand command, Booking booking) {
    return new RefundPayment(command.id(), booking.id(), whyUndone(booking).name());
  }

  private static SendConfirmation confirmation(BookingCommand command, Booking booking) {
    var it = booking.appointment();
    return new SendConfirmation(
        command.id(),
        booking.id(),
        it.patient().id(),
        it.doctor().id(),
        it.doctor().name(),
        it.startsAt(),
        it.endsAt(),
        it.zone().getId(),
        it.mode().name(),
        it.fee().amountMinor(),
        it.fee().currency().getCurrencyCode());
  }

  private static SendCancellation cancellation(BookingCommand command, Booking booking) {
    var it = booking.appointment();
    return new SendCancellation(
        command.id(),
        booking.id(),
        it.patient().id(),
        it.doctor().id(),
        it.doctor().name(),
        it.startsAt(),
        it.zone().getId(),
        whyUndone(booking).name());
  }

  private static CancellationReason whyUndone(Booking booking) {
    return switch (booking.progress()) {
      case Undoing(_, var why, _) -> why;
      case RolledBack(var why) -> why;
      case Running _, Succeeded _ -> throw new IllegalStateException("Nothing is being undone");
    };
  }

  private AppointmentRequested requested(Booking booking) {
    var it = booking.appointment();
    return new AppointmentRequested(
        booking.id(),
        it.patient().id(),
        it.patient().name(),
        it.doctor().id(),
        it.doctor().name(),
        it.slotId(),
        it.startsAt(),
        it.endsAt(),
        it.mode().name(),
        clock.instant());
  }

  private AppointmentConfirmed confirmed(Booking booking) {
    var it = booking.appointment();
    return new AppointmentConfirmed(
        booking.id(),
        it.patient().id(),
        it.patient().name(),
        it.doctor().id(),
        it.doctor().name(),
        it.startsAt(),
        it.endsAt(),
        it.mode().name(),
        clock.instant());
  }

  private AppointmentCancelled cancelled(Booking booking, CancellationReason why) {
    var it = booking.appointment();
    return new AppointmentCancelled(
        booking.id(),
        it.patient().id(),
        it.doctor().id(),
        it.doctor().name(),
        it.startsAt(),
        it.zone().getId(),
        why.name(),
        why.cancelledBy(),
        clock.instant());
  }
}
