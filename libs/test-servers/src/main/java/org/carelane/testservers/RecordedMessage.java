package org.carelane.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is on the wire.
 *
 * @param body usually JSON
 * @param headers by name, the last one of each name, as text
 */
public record RecordedMessage(
    String topic, @Nullable String key, @Nullable String body, Map<String, String> headers) {

  static RecordedMessage of(ConsumerRecord<String, String> message) {
    return new RecordedMessage(
        message.topic(),
        message.key(),
        message.value(),
        StreamSupport.stream(message.headers().spliterator(), false)
            .filter(header -> header.value() != null)
            .collect(
                toUnmodifiableMap(
                    Header::key, header -> new String(header.value(), UTF_8), (a, b) -> b)));
  }

  public @Nullable String type() {
    return headers.get("type");
  }

  public @Nullable String messageId() {
    return headers.get("messageId");
  }

  public boolean is(String type, String key) {
    return type.equals(type()) && key.equals(this.key);
  }
}
