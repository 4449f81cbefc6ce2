package org.carelane.appointments.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The slots around every change of every clock, for daily hours of all kinds. What is right is said
 * by what a clock on the wall shows during a slot, not by how slots are cut.
 */
class ClockChangesTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2029-01-01T00:00:00Z");
  private static final List<Integer> MINUTES = List.of(30, 45, 60, 120, 480);
  private static final int HOURS_PER_DATE = 5;

  private final Random random = new Random(20270328);

  @Test
  void slotsLieWithinTheirHoursAndNoTwoOverlapWhateverTheirDates() {
    int changes = 0;
    for (var zone : zones()) {
      for (var change : changes(zone.getRules())) {
        MINUTES.forEach(minutes -> assertRight(zone, change, minutes));
        changes++;
      }
    }
    assertThat(changes).as("changes of clocks").isGreaterThan(100);
  }

  /** Of those that agree, one stands for all. */
  private static Collection<ZoneId> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .sorted()
        .map(ZoneId::of)
        .collect(Collectors.toMap(ZoneId::getRules, it -> it, (one, _) -> one, LinkedHashMap::new))
        .values();
  }

  private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
    return Stream.iterate(
            rules.nextTransition(FROM),
            it -> it != null && it.getInstant().isBefore(TO),
            it -> rules.nextTransition(it.getInstant()))
        .toList();
  }

  private void assertRight(ZoneId zone, ZoneOffsetTransition change, int minutes) {
    var from = change.getDateTimeBefore().toLocalDate().minusDays(1);
    List<Slot> wholeDays = new ArrayList<>();
    for (var date : from.datesUntil(from.plusDays(4)).toList()) {
      var wholeDay = new Hours(zone, date, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, minutes);
      wholeDays.addAll(rightSlots(wholeDay, change));
      for (int i = 0; i < HOURS_PER_DATE; i++) {
        rightSlots(hours(zone, date, minutes, change), change);
      }
    }
    assertDisjoint(wholeDays, zone);
  }

  /** Half of them begin or end near the change. */
  private Hours hours(ZoneId zone, LocalDate date, int minutes, ZoneOffsetTransition change) {
    var near = change.getDateTimeBefore().toLocalTime().plusMinutes(15L * random.nextInt(-16, 17));
    var one = random.nextBoolean() ? near : LocalTime.of(random.nextInt(24), 0);
    var other = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    var ordered = one.isBefore(other);
    var end = ordered ? other : one;
    var start = ordered ? one : other;
    return new Hours(zone, date, start, start.equals(end) ? LocalTime.MIDNIGHT : end, minutes);
  }

  /**
   * @param end midnight is the end of the day
   * @param minutes of each slot
   */
  private record Hours(ZoneId zone, LocalDate date, LocalTime start, LocalTime end, int minutes) {

    Collection<Slot> slots() {
      return new SlotPlan(date, date, start, end, Duration.ofMinutes(minutes), false)
          .slotsOn(date, "d", zone, Instant.EPOCH)
          .values();
    }

    /** Whether a clock on the wall shows the start of the hours or a later time. */
    boolean haveBegun(Instant instant) {
      return !LocalDateTime.ofInstant(instant, zone).isBefore(date.atTime(start));
    }

    boolean haveEnded(Instant instant) {
      var midnight = end.equals(LocalTime.MIDNIGHT);
      var over = midnight ? date.plusDays(1).atStartOfDay() : date.atTime(end);
      return !LocalDateTime.ofInstant(instant, zone).isBefore(over);
    }

    /** Whether the clock is not changed on this date. */
    boolean areOrdinary() {
      var midnight = date.atStartOfDay(zone);
      var length = Duration.between(midnight, date.plusDays(1).atStartOfDay(zone));
      return length.equals(Duration.ofHours(24));
    }

    long room() {
      var length = Duration.between(start, end);
      return (length.isPositive() ? length : length.plusDays(1)).toMinutes() / minutes;
    }
  }

  private static Collection<Slot> rightSlots(Hours hours, ZoneOffsetTransition change) {
    var slots = hours.slots();
    assertThat(slots.stream().filter(slot -> !lies(slot, hours, change)).toList())
        .as("slots that are not within %s, clock changed at %s", hours, change)
        .isEmpty();
    assertThat(slots)
        .as("too long or too short")
        .allMatch(it -> Duration.between(it.start(), it.end()).toMinutes() == hours.minutes());
    assertDisjoint(slots, hours.zone());
    if (hours.areOrdinary()) {
      assertThat((long) slots.size()).as("slots in %s", hours).isEqualTo(hours.room());
    }
    return slots;
  }

  /** Looks at the clock at the beginning, at the end, and right before and after it is changed. */
  private static boolean lies(Slot slot, Hours hours, ZoneOffsetTransition change) {
    var end = slot.end().minusSeconds(1);
    return hours.haveBegun(slot.start())
        && Stream.of(slot.start(), change.getInstant().minusSeconds(1), change.getInstant(), end)
            .filter(it -> !it.isBefore(slot.start()) && !it.isAfter(end))
            .noneMatch(hours::haveEnded);
  }

  private static void assertDisjoint(Collection<Slot> slots, ZoneId zone) {
    var inOrder = slots.stream().sorted(Comparator.comparing(Slot::start)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      if (inOrder.get(i).overlaps(inOrder.get(i - 1))) {
        throw new AssertionError(inOrder.get(i) + " overlaps the one before in " + zone);
      }
    }
  }
}
