package org.carelane.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.carelane.documents.DatabaseOutage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens to a record whose handler fails. It is retried with backoff: without end while the
 * database or the broker fails, otherwise a few times, counted anew by a consumer that takes its
 * partition over. Then it is parked on {@code <topic>.dlt} with its cause in the headers, and
 * counted in {@code carelane.messages.dead.lettered}. A record about a document of a newer release
 * is never parked: see {@link NewerRelease}.
 */
final class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private static final DatabaseOutage DATABASE = new DatabaseOutage();

  private DeadLetters() {}

  static DefaultErrorHandler errorHandler(
      KafkaTemplate<String, String> kafka, MeterRegistry meters, MessagingProperties properties) {
    var handler = new DefaultErrorHandler(recover(kafka, meters), patient());
    handler.addNotRetryableExceptions(UnreadableMessage.class);
    handler.setBackOffFunction(
        (_, e) -> {
          if (isOutage(e)) {
            return patient();
          }
          return NewerRelease.isCauseOf(e) ? once() : limited(properties.attempts());
        });
    return handler;
  }

  private static ConsumerAwareRecordRecoverer recover(
      KafkaTemplate<String, String> kafka, MeterRegistry meters) {
    var parking = park(kafka, meters);
    var newer = new NewerRelease(kafka);
    return new ConsumerAwareRecordRecoverer() {
      @Override
      public void accept(
          ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, @Nullable Exception e) {
        if (e != null && NewerRelease.isCauseOf(e)) {
          newer.putBack(record);
        } else {
          parking.accept(record, consumer, e);
        }
      }
    };
  }

  private static ConsumerAwareRecordRecoverer park(
      KafkaTemplate<String, String> kafka, MeterRegistry meters) {
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

  private static boolean isOutage(Throwable e) {
    return DATABASE.isCauseOf(e) || isOutageOfTheBroker(e);
  }

  /** Of a handler that sends: everything but what is wrong with the record itself. */
  private static boolean isOutageOfTheBroker(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof KafkaException) {
        return !(cause instanceof SerializationException
            || cause instanceof RecordTooLargeException);
      }
    }
    return false;
  }

  private static BackOff patient() {
    var backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(5_000);
    return backOff;
  }

  /** A pause before the record is put back, since it may come again at once. */
  private static BackOff once() {
    return new FixedBackOff(500, 1);
  }

  private static BackOff limited(int attempts) {
    var backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(5_000);
    backOff.setMaxAttempts(attempts - 1L);
    return backOff;
  }
}
