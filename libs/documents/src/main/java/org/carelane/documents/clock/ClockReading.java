package org.carelane.documents.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Both clocks, read at about the same time.
 *
 * @param asked when the database was asked, by the own clock
 * @param answer the database's time
 * @param took how long it took to answer, in elapsed time
 */
record ClockReading(Instant asked, Instant answer, Duration took) {

  /** How far the own clock is ahead. The database is taken to have looked half-way. */
  Duration ahead() {
    return Duration.between(answer, asked.plus(took.dividedBy(2)));
  }

  boolean isPrecise(ClockProperties limits) {
    return took.compareTo(limits.answerWithin()) <= 0;
  }

  boolean agrees(ClockProperties limits) {
    return ahead().abs().compareTo(limits.offByAtMost()) <= 0;
  }
}
