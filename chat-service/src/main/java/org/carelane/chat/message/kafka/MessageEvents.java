package org.carelane.chat.message.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.chat.message.LastMessages;
import org.carelane.chat.message.MessageSent;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Stores sent messages as their conversations' last. The sender's replica does so right after
 * saving; this makes up for one that died in between.
 */
@Component
class MessageEvents {

  private final BatchReceiver receiver;
  private final LastMessages lastMessages;

  MessageEvents(BatchReceiver receiver, LastMessages lastMessages) {
    this.receiver = receiver;
    this.lastMessages = lastMessages;
  }

  @KafkaListener(topics = "chat.events", groupId = "${spring.application.name}.chat.events")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, MessageEvents::read, lastMessages);
  }

  private static Optional<MessageSent> read(Message message) {
    return switch (message.contract()) {
      case "MessageSent.v1" -> Optional.of(message.as(MessageSent.class));
      default -> Optional.empty();
    };
  }
}
