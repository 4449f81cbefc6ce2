package org.carelane.appointments.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Daily hours over a range of dates, to be cut into slots. In the doctor's local time.
 *
 * @param to inclusive
 * @param startTime of the first slot of a day, whole minutes
 * @param endTime when the last slot must have ended; midnight is the end of the day
 */
public record SlotPlan(
    LocalDate from,
    LocalDate to,
    LocalTime startTime,
    LocalTime endTime,
    Duration duration,
    boolean excludeWeekends) {

  /** Maximum number of slots of one plan. */
  public static final int MAX_SLOTS = 20_000;

  public Stream<LocalDate> dates() {
    return from.datesUntil(to.plusDays(1)).filter(date -> !excludeWeekends || !isWeekend(date));
  }

  public long slotsPerDay() {
    return Duration.ofMinutes(endMinute() - startMinute()).dividedBy(duration);
  }

  /**
   * The slots of a date that have not begun, by local start {@code HHmm}. When clocks go forward,
   * slots that would start in the skipped hour, before the previous slot ends, or end after the
   * hours do, are left out. When clocks go back, a repeated local time means its first occurrence.
   *
   * <p>So each slot lies within the hours, as instants, and the hours within their date. Dates
   * follow each other without overlap, therefore slots of different dates never overlap.
   */
  Map<String, Slot> slotsOn(LocalDate date, String doctorId, ZoneId zone, Instant now) {
    Map<String, Slot> slots = new LinkedHashMap<>();
    var hoursEnd = instantOf(date.atStartOfDay().plusMinutes(endMinute()), zone);
    var lastEnd = Instant.MIN;
    for (long i = 0; i < slotsPerDay(); i++) {
      var start = startTime.plus(duration.multipliedBy(i));
      var wallClock = LocalDateTime.of(date, start);
      var begin = instantOf(wallClock, zone);
      var slot = Slot.free(begin, begin.plus(duration));
      if (!isSkipped(wallClock, zone)
          && !begin.isBefore(lastEnd)
          && !slot.end().isAfter(hoursEnd)) {
        lastEnd = slot.end();
        slots.put(new SlotId(doctorId, date, start).key(), slot);
      }
    }
    slots.values().removeIf(slot -> slot.hasBegun(now));
    return slots;
  }

  /** For a local time that is skipped, the instant at which the clock goes forward. */
  private static Instant instantOf(LocalDateTime wallClock, ZoneId zone) {
    return isSkipped(wallClock, zone)
        ? zone.getRules().getTransition(wallClock).getInstant()
        : wallClock.atZone(zone).toInstant();
  }

  private static boolean isSkipped(LocalDateTime wallClock, ZoneId zone) {
    return zone.getRules().getValidOffsets(wallClock).isEmpty();
  }

  private long startMinute() {
    return startTime.toSecondOfDay() / 60;
  }

  private long endMinute() {
    return endTime.equals(LocalTime.MIDNIGHT) ? 24 * 60 : endTime.toSecondOfDay() / 60;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
