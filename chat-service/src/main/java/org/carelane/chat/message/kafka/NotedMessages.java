package org.carelane.chat.message.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.chat.message.MessageSent;
import org.carelane.chat.message.Sending;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * The sender's replica notes a message in its conversation right after saving it. Here the one that
 * died in between is made up for.
 */
@Component
class NotedMessages {

  private final Sending sending;

  NotedMessages(Sending sending) {
    this.sending = sending;
  }

  @KafkaListener(topics = "chat.events")
  void on(ConsumerRecord<String, String> record) {
    var message = Message.of(record);
    switch (message.contract()) {
      case "MessageSent.v1" -> sending.noteSent(message.as(MessageSent.class).messageId());
      default -> {}
    }
  }
}
