package org.carelane.notifications.notification.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.Message;
import org.carelane.notifications.notification.Ordering;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class NotificationCommands {

  private final Ordering ordering;

  NotificationCommands(Ordering ordering) {
    this.ordering = ordering;
  }

  @KafkaListener(topics = "notification.commands")
  void on(ConsumerRecord<String, String> record) {
    var message = Message.of(record);
    switch (message.contract()) {
      case "SendConfirmation.v1" -> ordering.order(message.as(SendConfirmation.class).order());
      case "SendCancellation.v1" -> cancel(message.as(SendCancellation.class));
      default -> {}
    }
  }

  private void cancel(SendCancellation command) {
    ordering.withdrawConfirmation(command.appointmentId(), command.patientId());
    ordering.order(command.order());
  }
}
