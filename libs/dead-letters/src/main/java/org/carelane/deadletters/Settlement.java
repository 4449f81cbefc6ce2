package org.carelane.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carelane.messaging.Message;
import org.carelane.messaging.Topics;
import org.carelane.rest.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a dead letter. It is a record of its own behind the dead letter, on the same
 * {@code <topic>.dlt}.
 *
 * @param offset of the dead letter
 * @param by the administrator's account
 */
public record Settlement(long offset, Outcome outcome, String by, Instant at) {

  /** How a dead letter is settled. */
  public enum Outcome {
    SENT_AGAIN,
    /** Will not be sent again. */
    DISMISSED
  }

  private static final String TYPE = "DeadLetterSettled";
  private static final String VERSION = "1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  boolean tellsMoreThan(Settlement other) {
    return outcome == Outcome.SENT_AGAIN && other.outcome == Outcome.DISMISSED;
  }

  ProducerRecord<String, String> record(String topic, @Nullable String key) {
    var record =
        new ProducerRecord<>(topic + Topics.DEAD_LETTERS, key, JSON.writeValueAsString(this));
    record
        .headers()
        .add(Message.TYPE, TYPE.getBytes(UTF_8))
        .add(Message.VERSION, VERSION.getBytes(UTF_8))
        .add(Message.MESSAGE_ID, Ids.next().getBytes(UTF_8));
    return record;
  }

  static boolean isOne(ConsumerRecord<String, String> record) {
    var type = record.headers().lastHeader(Message.TYPE);
    return type != null && type.value() != null && TYPE.equals(new String(type.value(), UTF_8));
  }

  /** Empty for one of a newer release that this one does not understand. */
  static Optional<Settlement> of(ConsumerRecord<String, String> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(record.value(), Settlement.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
