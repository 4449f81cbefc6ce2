package org.carelane.appointments.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.carelane.appointments.booking.BookingCommand.Sent;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.booking.BookingState.Running;
import org.carelane.appointments.booking.BookingState.Succeeded;
import org.carelane.appointments.booking.BookingState.Undoing;
import org.carelane.messaging.Messages;
import org.carelane.messaging.OutboxMessage;
import org.springframework.stereotype.Component;

/** The saga's commands and events as messages. Schemas are in {@code contracts/}. */
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

  OutboxMessage of(Sent command) {
    return switch (command) {
      case TakePayment it -> messages.message(PAYMENTS, it.appointmentId(), it);
      case RefundPayment it -> messages.message(PAYMENTS, it.appointmentId(), it);
      case SendConfirmation it -> messages.message(NOTIFICATIONS, it.appointmentId(), it);
      case SendCancellation it -> messages.message(NOTIFICATIONS, it.appointmentId(), it);
    };
  }

  /** The event that the saga has ended; empty while it has not. */
  Optional<OutboxMessage> ended(Booking booking) {
    return switch (booking.state()) {
      case Succeeded _ -> Optional.of(event(booking, AppointmentConfirmed.of(booking, now())));
      case RolledBack _ -> Optional.of(event(booking, AppointmentCancelled.of(booking, now())));
      case Running _, Undoing _ -> Optional.empty();
    };
  }

  private OutboxMessage event(Booking booking, Record event) {
    return messages.message(EVENTS, booking.id(), event);
  }

  private Instant now() {
    return clock.instant();
  }
}
