package org.carelane.deadletters.web;

import java.time.Instant;
import org.carelane.deadletters.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter without its payload. What is missing was not there, or had not the syntax of an id
 * or a name.
 *
 * @param offset on {@code <topic>.dlt}
 * @param exception class of the first cause
 * @param state OPEN, SENT_AGAIN or DISMISSED
 * @param settledBy account of the administrator
 */
record DeadLetterView(
    String topic,
    long offset,
    @Nullable String type,
    @Nullable Integer version,
    @Nullable String key,
    @Nullable String messageId,
    Instant parkedAt,
    @Nullable String consumerGroup,
    @Nullable String exception,
    @Nullable Integer originalPartition,
    @Nullable Long originalOffset,
    String state,
    @Nullable String settledBy,
    @Nullable Instant settledAt) {

  static DeadLetterView of(DeadLetter it) {
    var settlement = it.settlement();
    return new DeadLetterView(
        it.topic(),
        it.offset(),
        it.type(),
        it.version(),
        it.key(),
        it.messageId(),
        it.parkedAt(),
        it.group(),
        it.exception(),
        it.originalPartition(),
        it.originalOffset(),
        settlement == null ? "OPEN" : settlement.outcome().name(),
        settlement == null ? null : settlement.by(),
        settlement == null ? null : settlement.at());
  }
}
