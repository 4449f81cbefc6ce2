package org.carelane.auth.attempt;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;

/**
 * How long failures delay the next attempt.
 *
 * @param free how many attempts may fail before there is a delay
 * @param firstDelay after the last free failure; doubled by each failure that follows
 * @param longestDelay the maximum, and so how long a stranger can keep an owner out
 * @param forgottenAfter how long after the last failure the count starts at 0 again
 */
public record Limit(
    @Positive int free,
    @NotNull Duration firstDelay,
    @NotNull Duration longestDelay,
    @NotNull Duration forgottenAfter) {

  private static final int MANY_DOUBLINGS = 30;

  /** When the next attempt is allowed. */
  Instant opens(Failures failures) {
    return failures.last().plus(delayAfter(failures.count()));
  }

  private Duration delayAfter(int failures) {
    if (failures < free) {
      return Duration.ZERO;
    }
    var delay = firstDelay.multipliedBy(1L << Math.min(failures - free, MANY_DOUBLINGS));
    return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
  }
}
