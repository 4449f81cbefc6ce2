package org.carelane.appointments.booking.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingProcess;
import org.carelane.appointments.booking.BookingReply;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class NotificationReplies {

  private final BookingProcess process;

  NotificationReplies(BookingProcess process) {
    this.process = process;
  }

  /** What every reply of notification-service says. */
  record Reply(String commandId, String appointmentId) {

    BookingReply delivered() {
      return new Done(commandId);
    }

    BookingReply undeliverable() {
      return new Refused(commandId, CancellationReason.CONFIRMATION_UNDELIVERABLE);
    }
  }

  @KafkaListener(topics = "notification.events")
  void on(ConsumerRecord<String, String> record) {
    var message = Message.of(record);
    switch (message.type()) {
      case "ConfirmationDelivered" -> {
        var reply = message.as(Reply.class);
        process.on(reply.appointmentId(), reply.delivered());
      }
      case "ConfirmationUndeliverable" -> {
        var reply = message.as(Reply.class);
        process.on(reply.appointmentId(), reply.undeliverable());
      }
      default -> {}
    }
  }
}
