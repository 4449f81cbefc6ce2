package org.carelane.chat.live.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.chat.live.LiveMessages;
import org.carelane.chat.message.MessageSent;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Every replica hears of every message, as a consumer group of its own, and shows it to the
 * sessions it happens to hold. A new group starts a few seconds back: it may take that long to
 * join, while sockets are already open.
 */
@Component
class FanOut {

  private final LiveMessages live;

  FanOut(LiveMessages live) {
    this.live = live;
  }

  @KafkaListener(
      topics = "chat.events",
      groupId = "${spring.application.name}-live-${random.uuid}",
      concurrency = "1",
      properties = "auto.offset.reset=by_duration:PT15S")
  void on(ConsumerRecord<String, String> record) {
    var message = Message.of(record);
    switch (message.type()) {
      case "MessageSent" -> show(message.as(MessageSent.class));
      default -> {}
    }
  }

  private void show(MessageSent event) {
    live.show(event.conversationId(), event.messageId());
  }
}
