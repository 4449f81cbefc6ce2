package org.carelane.appointments.booking.kafka;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingProcess;
import org.carelane.appointments.booking.BookingReply;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingReply.TimedOut;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class NotificationReplies {

  private final BookingProcess process;

  NotificationReplies(BookingProcess process) {
    this.process = process;
  }

  record Delivered(String commandId, String appointmentId) {

    Delivered {
      requireNonNull(commandId);
      requireNonNull(appointmentId);
    }
  }

  /**
   * @param reason NO_ADDRESS, REJECTED, UNREACHABLE or WITHDRAWN
   */
  record Undeliverable(String commandId, String appointmentId, String reason) {

    Undeliverable {
      requireNonNull(commandId);
      requireNonNull(appointmentId);
      requireNonNull(reason);
    }

    /** A server that gave no answer may have taken the mail, which then has to be taken back. */
    BookingReply meaning() {
      return reason.equals("UNREACHABLE")
          ? new TimedOut(commandId)
          : new Refused(commandId, CancellationReason.CONFIRMATION_UNDELIVERABLE);
    }
  }

  @KafkaListener(topics = "notification.events")
  void on(ConsumerRecord<String, String> record) {
    var message = Message.of(record);
    switch (message.contract()) {
      case "ConfirmationDelivered.v1" -> {
        var reply = message.as(Delivered.class);
        process.on(reply.appointmentId(), new Done(reply.commandId()));
      }
      case "ConfirmationUndeliverable.v1" -> {
        var reply = message.as(Undeliverable.class);
        process.on(reply.appointmentId(), reply.meaning());
      }
      default -> {}
    }
  }
}
