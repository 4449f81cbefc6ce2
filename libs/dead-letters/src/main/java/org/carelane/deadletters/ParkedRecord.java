package org.carelane.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.carelane.messaging.Message;
import org.carelane.messaging.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * A record on {@code <topic>.dlt}: one that could not be handled, with its own headers and those
 * that say why, or a {@link Settlement}.
 */
public record ParkedRecord(ConsumerRecord<String, String> record) {

  /** What parking has added; a record that is sent again goes without. */
  private static final String ADDED = KafkaHeaders.PREFIX + "dlt-";

  private static final Pattern ID = Pattern.compile("[\\w:.-]{1,100}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** Of the lines of a stack trace; the message behind the class may be any text. */
  private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: ([a-z]\\w*(\\.[\\w$]+)+)");

  /** A dead letter that came with the header {@code type} of settlements is none of them. */
  boolean isSettlement() {
    return header(KafkaHeaders.DLT_ORIGINAL_TOPIC) == null && Settlement.isOne(record);
  }

  String topic() {
    var parkedOn = record.topic();
    return parkedOn.substring(0, parkedOn.length() - Topics.DEAD_LETTERS.length());
  }

  long offset() {
    return record.offset();
  }

  /** Empty also for a settlement of a newer release that this one does not understand. */
  Optional<Settlement> settlement() {
    return isSettlement() ? Settlement.of(record) : Optional.empty();
  }

  /** As if nothing had been settled. */
  DeadLetter open() {
    var version = text(Message.VERSION, NUMBER);
    return new DeadLetter(
        topic(),
        record.offset(),
        Message.type(record.headers()),
        version == null ? null : Integer.valueOf(version),
        matching(record.key(), ID),
        text(Message.MESSAGE_ID, ID),
        Instant.ofEpochMilli(record.timestamp()),
        text(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, ID),
        exception(),
        number(KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.BYTES, ByteBuffer::getInt),
        number(KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.BYTES, ByteBuffer::getLong),
        null);
  }

  /** As it was: topic, key, value and headers. Its key decides the partition, as ever. */
  ProducerRecord<String, String> asItWas() {
    var again = new ProducerRecord<>(topic(), record.key(), record.value());
    for (var header : record.headers()) {
      if (isItsOwn(header)) {
        again.headers().add(header);
      }
    }
    return again;
  }

  public @Nullable String key() {
    return record.key();
  }

  public @Nullable String payload() {
    return record.value();
  }

  /** Those it was sent with. */
  public Map<String, String> headers() {
    var own = new LinkedHashMap<String, String>();
    for (var header : record.headers()) {
      if (isItsOwn(header)) {
        own.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
      }
    }
    return own;
  }

  /** Why it was not handled. It may quote the record. */
  public @Nullable String stackTrace() {
    return header(KafkaHeaders.DLT_EXCEPTION_STACKTRACE);
  }

  private @Nullable String exception() {
    var trace = stackTrace();
    if (trace != null) {
      var causes = CAUSE.matcher(trace).results().toList();
      if (!causes.isEmpty()) {
        return causes.getLast().group(1);
      }
    }
    return text(KafkaHeaders.DLT_EXCEPTION_FQCN, ID);
  }

  private static boolean isItsOwn(Header header) {
    return !header.key().startsWith(ADDED);
  }

  private @Nullable String text(String header, Pattern syntax) {
    return matching(header(header), syntax);
  }

  private static @Nullable String matching(@Nullable String text, Pattern syntax) {
    return text != null && syntax.matcher(text).matches() ? text : null;
  }

  private @Nullable String header(String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private <T> @Nullable T number(String name, int bytes, Function<ByteBuffer, T> read) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null || header.value().length != bytes
        ? null
        : read.apply(ByteBuffer.wrap(header.value()));
  }
}
