package org.carelane.notifications.recipient.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.Message;
import org.carelane.notifications.recipient.Recipients;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class AccountEvents {

  private final Recipients recipients;

  AccountEvents(Recipients recipients) {
    this.recipients = recipients;
  }

  @KafkaListener(topics = "account.events")
  void on(ConsumerRecord<String, String> record) {
    var message = Message.of(record);
    switch (message.contract()) {
      case "AccountRegistered.v1" ->
          recipients.note(message.as(AccountRegistered.class).recipient());
      case "AccountUpdated.v1" -> recipients.note(message.as(AccountUpdated.class).recipient());
      default -> {}
    }
  }
}
