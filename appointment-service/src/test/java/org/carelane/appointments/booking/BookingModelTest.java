package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Runs the real process through 10,000 seeded schedules in which messages are delivered, doubled,
 * reordered and kept back, deadlines pass, people cancel, requests are repeated, others change a
 * booking between its load and its save, and the process dies between any two lines.
 */
class BookingModelTest {

  private static final int SCHEDULES = 10_000;
  private static final int EVENTS = 60;

  @Test
  void everyScheduleEndsWithEveryInvariantKept() {
    int confirmed = 0;
    int rolledBack = 0;
    int crashes = 0;
    int overlaps = 0;
    for (int seed = 0; seed < SCHEDULES; seed++) {
      var world = new BookingWorld(new Random(seed));
      try {
        for (int i = 0; i < EVENTS; i++) {
          world.somethingHappens();
          world.checkAlways();
        }
        world.letEverythingEnd();
        world.checkAtTheEnd();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + "\n" + world.log(), e);
      }
      confirmed += world.confirmed();
      rolledBack += world.rolledBack();
      crashes += world.crashes();
      overlaps += world.overlaps();
    }
    System.out.printf(
        "%,d schedules: %,d bookings confirmed, %,d rolled back, %,d crashes%n",
        SCHEDULES, confirmed, rolledBack, crashes);
    assertThat(confirmed).isGreaterThan(SCHEDULES / 10);
    assertThat(rolledBack).isGreaterThan(SCHEDULES / 10);
    assertThat(overlaps).isGreaterThan(SCHEDULES / 10);
    assertThat(crashes).isGreaterThan(SCHEDULES / 10);
  }
}
