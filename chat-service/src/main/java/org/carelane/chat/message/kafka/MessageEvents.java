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
 * The sender's replica notes a message in its conversation right after saving it. Here the one that
 * died in between is made up for.
 */
@Component
class MessageEvents {

  private final BatchReceiver receiver;
  private final LastMessages lastMessages;

  MessageEvents(BatchReceiver receiver, LastMessages lastMessages) {
    this.receiver = receiver;
    this.lastMessages = lastMessages;
  }

  @KafkaListener(topics = "chat.events")
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
