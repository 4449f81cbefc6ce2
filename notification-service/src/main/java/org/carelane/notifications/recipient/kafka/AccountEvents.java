package org.carelane.notifications.recipient.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.carelane.notifications.recipient.Recipient;
import org.carelane.notifications.recipient.Recipients;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class AccountEvents {

  private final BatchReceiver receiver;
  private final Recipients recipients;

  AccountEvents(BatchReceiver receiver, Recipients recipients) {
    this.receiver = receiver;
    this.recipients = recipients;
  }

  @KafkaListener(topics = "account.events", groupId = "${spring.application.name}.account.events")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, AccountEvents::read, recipients::note);
  }

  static Optional<Recipient> read(Message message) {
    return switch (message.contract()) {
      case "AccountRegistered.v1" -> Optional.of(message.as(AccountRegistered.class).recipient());
      case "AccountUpdated.v1" -> Optional.of(message.as(AccountUpdated.class).recipient());
      default -> Optional.empty();
    };
  }
}
