package org.carelane.chat.live.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.carelane.chat.live.LiveMessages;
import org.carelane.chat.message.MessageSent;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Every replica reads every event, in a consumer group of its own, and sends the message to its own
 * sessions.
 *
 * <p>A new group would begin at the end of the topic, but it takes seconds to join, when sockets
 * may be open already. So it begins shortly before the replica's start.
 */
@Component
class FanOut implements ConsumerSeekAware {

  /** How far the clocks of two replicas may differ. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Set<TopicPartition> begun = ConcurrentHashMap.newKeySet();
  private final BatchReceiver receiver;
  private final LiveMessages live;
  private final Instant from;

  FanOut(BatchReceiver receiver, LiveMessages live, Clock clock) {
    this.receiver = receiver;
    this.live = live;
    this.from = clock.instant().minus(MARGIN);
  }

  @KafkaListener(
      topics = "chat.events",
      groupId = "${spring.application.name}-live-${random.uuid}",
      concurrency = "1",
      properties = "auto.offset.reset=latest")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, FanOut::read, this::show);
  }

  private static Optional<MessageSent> read(Message message) {
    return switch (message.contract()) {
      case "MessageSent.v1" -> Optional.of(message.as(MessageSent.class));
      default -> Optional.empty();
    };
  }

  private void show(MessageSent event) {
    live.show(event.conversationId(), event.messageId());
  }

  /** Seeks once per partition: after a rebalance a partition goes on where it was. */
  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
    assignments.keySet().stream()
        .filter(begun::add)
        .forEach(it -> callback.seekToTimestamp(it.topic(), it.partition(), from.toEpochMilli()));
  }
}
