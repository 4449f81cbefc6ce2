package org.carelane.notifications.notification.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.carelane.notifications.notification.NotificationBatch;
import org.carelane.notifications.notification.NotificationCommand;
import org.carelane.notifications.notification.NotificationCommand.SendCancellation;
import org.carelane.notifications.notification.NotificationCommand.SendConfirmation;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class NotificationCommands {

  private final BatchReceiver receiver;
  private final NotificationBatch batch;

  NotificationCommands(BatchReceiver receiver, NotificationBatch batch) {
    this.receiver = receiver;
    this.batch = batch;
  }

  @KafkaListener(
      topics = "notification.commands",
      groupId = "${spring.application.name}.notification.commands")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, NotificationCommands::read, batch);
  }

  static Optional<NotificationCommand> read(Message message) {
    return switch (message.contract()) {
      case "SendConfirmation.v1" -> Optional.of(message.as(SendConfirmation.class));
      case "SendCancellation.v1" -> Optional.of(message.as(SendCancellation.class));
      default -> Optional.empty();
    };
  }
}
