package org.carelane.auth.attempt;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;

/**
 * How failures slow the next attempt.
 *
 * @param free how many failures cost nothing
 * @param firstDelay after the last free failure; doubled by each failure that follows
 * @param longestDelay bounds the delay, and with it what a stranger can do to an owner
 * @param forgottenAfter so long after the last failure all are forgotten
 */
public record Limit(
    @Positive int free,
    @NotNull Duration firstDelay,
    @NotNull Duration longestDelay,
    @NotNull Duration forgottenAfter) {

  private static final int MANY_DOUBLINGS = 30;

  /** From when on the next attempt is allowed. */
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
