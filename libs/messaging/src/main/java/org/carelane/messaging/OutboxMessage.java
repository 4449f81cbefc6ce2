package org.carelane.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits in its aggregate's {@code outbox[]} to be published.
 *
 * @param id becomes the header {@code messageId}; equal for every delivery of this message
 * @param key the Kafka key: messages of one key stay in order
 * @param body JSON
 * @param traceparent the W3C trace context in which the message was caused
 */
public record OutboxMessage(
    String id,
    String topic,
    String key,
    String type,
    int version,
    String body,
    @Nullable String traceparent,
    Instant at) {}
