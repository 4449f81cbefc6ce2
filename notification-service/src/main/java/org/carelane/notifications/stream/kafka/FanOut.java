package org.carelane.notifications.stream.kafka;

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
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.carelane.notifications.inbox.AppointmentEvent;
import org.carelane.notifications.inbox.AppointmentEvent.AppointmentCancelled;
import org.carelane.notifications.inbox.AppointmentEvent.AppointmentConfirmed;
import org.carelane.notifications.stream.NotificationStreams;
import org.carelane.notifications.stream.OpenStreams;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Every replica reads every event, in a consumer group of its own, and shows it to the streams that
 * it has open, or ends them.
 *
 * <p>A new group would begin at the end of the topics, but it takes seconds to join, when streams
 * may be open already. So it begins shortly before the replica's start, and with ended sessions as
 * long before as an access token may be good for.
 */
@Component
class FanOut implements ConsumerSeekAware {

  /** How far the clocks of two replicas may differ. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private static final Duration TOKENS_LIFE = Duration.ofMinutes(20);
  private static final String SESSIONS = "session.events";

  private final Set<TopicPartition> begun = ConcurrentHashMap.newKeySet();
  private final BatchReceiver receiver;
  private final NotificationStreams streams;
  private final OpenStreams open;
  private final Instant start;

  FanOut(BatchReceiver receiver, NotificationStreams streams, OpenStreams open, Clock clock) {
    this.receiver = receiver;
    this.streams = streams;
    this.open = open;
    this.start = clock.instant();
  }

  /** What streams have to hear of. */
  sealed interface Heard {

    record Appointment(AppointmentEvent event) implements Heard {}

    record SessionEnded(String sessionId, String accountId) implements Heard {}

    record AccountUpdated(String accountId, boolean disabled) implements Heard {}
  }

  @KafkaListener(
      topics = {"appointment.events", SESSIONS, "account.events"},
      groupId = "${spring.application.name}-live-${random.uuid}",
      concurrency = "1",
      properties = "auto.offset.reset=latest")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, FanOut::readable, this::hear);
  }

  /** What cannot be read is parked once, by the group that all replicas share. */
  private static Optional<Heard> readable(Message message) {
    try {
      return read(message);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Heard> read(Message message) {
    return switch (message.contract()) {
      case "AppointmentConfirmed.v1" ->
          Optional.of(new Heard.Appointment(message.as(AppointmentConfirmed.class)));
      case "AppointmentCancelled.v1" ->
          Optional.of(new Heard.Appointment(message.as(AppointmentCancelled.class)));
      case "SessionEnded.v1" -> Optional.of(message.as(Heard.SessionEnded.class));
      case "AccountUpdated.v1" -> Optional.of(message.as(Heard.AccountUpdated.class));
      default -> Optional.empty();
    };
  }

  private void hear(Heard heard) {
    switch (heard) {
      case Heard.Appointment(var event) -> streams.show(event);
      case Heard.SessionEnded(var sessionId, var accountId) ->
          open.endSession(accountId, sessionId);
      case Heard.AccountUpdated(var accountId, var disabled) -> {
        if (disabled) {
          open.endAccount(accountId);
        }
      }
    }
  }

  /** Seeks once per partition: after a rebalance a partition goes on where it was. */
  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
    assignments.keySet().stream()
        .filter(begun::add)
        .forEach(it -> callback.seekToTimestamp(it.topic(), it.partition(), from(it.topic())));
  }

  private long from(String topic) {
    return start.minus(topic.equals(SESSIONS) ? TOKENS_LIFE : MARGIN).toEpochMilli();
  }
}
