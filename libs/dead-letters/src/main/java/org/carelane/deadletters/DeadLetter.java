package org.carelane.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled, as lists show it: without its payload, and without texts that
 * may quote it. What has not the syntax of an id or a name is left out, since it may be any text.
 *
 * @param topic where it was to be handled: it is parked on {@code <topic>.dlt}
 * @param offset on {@code <topic>.dlt}
 * @param group the consumer group that could not handle it
 * @param exception class of the first cause
 * @param originalPartition of {@code topic}
 * @param originalOffset on that partition
 * @param settlement none while it is open
 */
public record DeadLetter(
    String topic,
    long offset,
    @Nullable String type,
    @Nullable Integer version,
    @Nullable String key,
    @Nullable String messageId,
    Instant parkedAt,
    @Nullable String group,
    @Nullable String exception,
    @Nullable Integer originalPartition,
    @Nullable Long originalOffset,
    @Nullable Settlement settlement) {

  public boolean isOpen() {
    return settlement == null;
  }

  /** Of two settlements the first counts, unless only the second says that it was sent again. */
  DeadLetter settledBy(Settlement another) {
    if (settlement != null && !another.tellsMoreThan(settlement)) {
      return this;
    }
    return new DeadLetter(
        topic,
        offset,
        type,
        version,
        key,
        messageId,
        parkedAt,
        group,
        exception,
        originalPartition,
        originalOffset,
        another);
  }

  /** For the log. */
  @Override
  public String toString() {
    return "%s@%d (%s, message %s)".formatted(topic, offset, type, messageId);
  }
}
