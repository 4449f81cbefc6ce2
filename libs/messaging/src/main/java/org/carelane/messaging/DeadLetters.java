package org.carelane.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens to a record whose handler fails: retried with backoff, without end while the
 * database is away, else a few times; then parked on {@code <topic>.dlt} with its cause in the
 * headers and counted in {@code carelane.messages.dead.lettered}.
 */
final class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private DeadLetters() {}

  static DefaultErrorHandler errorHandler(
      KafkaOperations<?, ?> kafka, MeterRegistry meters, MessagingProperties properties) {
    var handler = new DefaultErrorHandler(park(kafka, meters), patient());
    handler.addNotRetryableExceptions(UnreadableMessage.class);
    handler.setBackOffFunction(
        (_, e) -> isDatabaseAway(e) ? patient() : limited(properties.attempts()));
    return handler;
  }

  private static ConsumerAwareRecordRecoverer park(
      KafkaOperations<?, ?> kafka, MeterRegistry meters) {
    var publish =
        new DeadLetterPublishingRecoverer(
            kafka, (record, _) -> new TopicPartition(record.topic() + Topics.DEAD_LETTERS, -1));
    publish.setAppendOriginalHeaders(false);
    return new ConsumerAwareRecordRecoverer() {
      @Override
      public void accept(
          ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, @Nullable Exception e) {
        publish.accept(
            record, consumer, Objects.requireNonNullElseGet(e, IllegalStateException::new));
        var type = Message.type(record.headers());
        counter(meters, record.topic(), type).increment();
        log.error(
            "Parked {} {}-{}@{}",
            Objects.requireNonNullElse(type, "record"),
            record.topic(),
            record.partition(),
            record.offset(),
            e);
      }
    };
  }

  static Counter counter(MeterRegistry meters, String topic, @Nullable String type) {
    return meters.counter(
        "carelane.messages.dead.lettered",
        "topic",
        topic,
        "type",
        Objects.requireNonNullElse(type, "none"));
  }

  private static boolean isDatabaseAway(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransientDataAccessException
          || cause instanceof RecoverableDataAccessException
          || cause instanceof DataAccessResourceFailureException) {
        return true;
      }
    }
    return false;
  }

  private static BackOff patient() {
    var backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(5_000);
    return backOff;
  }

  private static BackOff limited(int attempts) {
    var backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(5_000);
    backOff.setMaxAttempts(attempts - 1L);
    return backOff;
  }
}
