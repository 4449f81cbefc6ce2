package org.carelane.notifications.notification.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.carelane.notifications.notification.AccountMailCommand;
import org.carelane.notifications.notification.AccountMailCommand.SendEmailVerification;
import org.carelane.notifications.notification.AccountMailCommand.SendPasswordReset;
import org.carelane.notifications.notification.AccountMailProcess;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class LetterCommands {

  private final BatchReceiver receiver;
  private final AccountMailProcess process;

  LetterCommands(BatchReceiver receiver, AccountMailProcess process) {
    this.receiver = receiver;
    this.process = process;
  }

  @KafkaListener(topics = "letter.commands", groupId = "${spring.application.name}.letter.commands")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, LetterCommands::read, process);
  }

  static Optional<AccountMailCommand> read(Message message) {
    return switch (message.contract()) {
      case "SendPasswordReset.v1" -> Optional.of(message.as(SendPasswordReset.class));
      case "SendEmailVerification.v1" -> Optional.of(message.as(SendEmailVerification.class));
      default -> Optional.empty();
    };
  }
}
