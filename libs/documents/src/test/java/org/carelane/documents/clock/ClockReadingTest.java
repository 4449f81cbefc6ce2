package org.carelane.documents.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockReadingTest {

  private static final Instant NOON = Instant.parse("2027-03-15T12:00:00Z");
  private static final ClockProperties LIMITS =
      new ClockProperties(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMillis(500));

  @Test
  void theDatabaseHasLookedHalfWayThroughItsAnswer() {
    assertThat(reading(0, 200, 400).ahead()).isZero();
    assertThat(reading(3_000, 200, 400).ahead()).hasMillis(3_000);
    assertThat(reading(-3_000, 200, 400).ahead()).hasMillis(-3_000);
  }

  @Test
  void agreesWithinTheLimitAheadAndBehind() {
    for (int sign : new int[] {1, -1}) {
      assertThat(reading(sign * 2_000, 50, 100).agrees(LIMITS)).isTrue();
      assertThat(reading(sign * 2_001, 50, 100).agrees(LIMITS)).isFalse();
    }
  }

  @Test
  void isNotPreciseWhenTheAnswerTookLong() {
    assertThat(reading(0, 0, 500).isPrecise(LIMITS)).isTrue();
    assertThat(reading(0, 0, 501).isPrecise(LIMITS)).isFalse();
  }

  /**
   * Of a database that looks so long after it was asked, and answers so long after it was asked.
   */
  private static ClockReading reading(long ahead, long looked, long answered) {
    return new ClockReading(
        NOON.plusMillis(ahead), NOON.plusMillis(looked), Duration.ofMillis(answered));
  }
}
