package org.carelane.appointments.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carelane.appointments.doctor.Doctor;
import org.carelane.appointments.schedule.DayOpening.Busy;
import org.carelane.appointments.schedule.DayOpening.Opened;
import org.carelane.appointments.schedule.DayOpening.Overlapping;
import org.springframework.stereotype.Component;

/** Opens slots in a doctor's days and shows those that are free. */
@Component
public class Schedule {

  private static final int TRIES = 20;

  private final Days days;
  private final Clock clock;

  Schedule(Days days, Clock clock) {
    this.days = days;
    this.clock = clock;
  }

  /** A slot and its name. */
  public record NamedSlot(SlotId id, Slot slot) {}

  /**
   * Opens the slots of a plan, one day after the other, each whole or not at all. A day that cannot
   * be opened keeps no other from it. Opening them again opens nothing twice, so that a repetition
   * completes what a crash has cut off.
   *
   * @return in order of date; dates on which the plan has no slots are left out
   */
  public List<DayOpening> open(Doctor doctor, SlotPlan plan) {
    var wanted = slotsOf(doctor, plan);
    var stored = days.find(doctor.id(), withNeighbours(wanted.keySet()));
    return wanted.entrySet().stream()
        .map(it -> open(it.getKey(), it.getValue(), doctor.id(), stored))
        .toList();
  }

  /** Free slots that have not begun, in order of time. Dates are the doctor's, inclusive. */
  public List<NamedSlot> free(String doctorId, LocalDate from, LocalDate to) {
    var now = clock.instant();
    var dates = from.datesUntil(to.plusDays(1)).toList();
    var stored = days.find(doctorId, dates);
    List<NamedSlot> free = new ArrayList<>();
    for (var date : dates) {
      day(doctorId, date, stored)
          .slots()
          .forEach(
              (key, slot) -> {
                if (slot.isFree(now) && !slot.hasBegun(now)) {
                  free.add(new NamedSlot(SlotId.of(doctorId, date, key), slot));
                }
              });
    }
    free.sort(Comparator.comparing(it -> it.slot().start()));
    return free;
  }

  /**
   * Deletes the slots that nobody has on dates of the doctor's, both inclusive, one day after the
   * other. What is held or booked is kept. Deleting again deletes what is free by then, so that a
   * repetition completes what a crash has cut off.
   *
   * @return in order of date; dates without slots are left out
   */
  public List<DayClearing> clear(String doctorId, LocalDate from, LocalDate to) {
    var dates = from.datesUntil(to.plusDays(1)).toList();
    var stored = days.find(doctorId, dates);
    return dates.stream()
        .map(date -> clear(date, day(doctorId, date, stored)))
        .filter(it -> it.deleted() + it.kept() > 0)
        .toList();
  }

  private DayClearing clear(LocalDate date, Day read) {
    var day = read;
    for (int i = 0; i < TRIES; i++) {
      var now = clock.instant();
      var free = day.free(now);
      if (free.isEmpty() || days.delete(day, free, now)) {
        return new DayClearing(date, free.size(), day.slots().size() - free.size(), false);
      }
      day = days.find(day.id());
    }
    return new DayClearing(date, 0, day.slots().size(), true);
  }

  private SortedMap<LocalDate, Map<String, Slot>> slotsOf(Doctor doctor, SlotPlan plan) {
    var now = clock.instant();
    var wanted = new TreeMap<LocalDate, Map<String, Slot>>();
    plan.dates()
        .forEach(date -> wanted.put(date, plan.slotsOn(date, doctor.id(), doctor.zone(), now)));
    wanted.values().removeIf(Map::isEmpty);
    return wanted;
  }

  private DayOpening open(
      LocalDate date, Map<String, Slot> wanted, String doctorId, Map<String, Day> stored) {
    var neighbours =
        Stream.of(date.minusDays(1), date.plusDays(1))
            .flatMap(it -> day(doctorId, it, stored).slots().values().stream())
            .toList();
    var day = day(doctorId, date, stored);
    for (int i = 0; i < TRIES; i++) {
      var overlap = day.firstOverlap(wanted, neighbours);
      if (overlap.isPresent()) {
        return new Overlapping(date, overlap.get());
      }
      Map<String, Slot> missing = new HashMap<>(wanted);
      missing.keySet().removeAll(day.slots().keySet());
      if (missing.isEmpty() || days.add(day, missing)) {
        return new Opened(date, missing.size(), wanted.size() - missing.size());
      }
      day = days.find(day.id());
    }
    return new Busy(date);
  }

  /**
   * The slots of a plan lie within their dates, and dates do not overlap. But an earlier release,
   * or other rules of the zone, may have left a slot that reaches into the next date.
   */
  private static Collection<LocalDate> withNeighbours(Collection<LocalDate> dates) {
    var all = new TreeSet<LocalDate>(dates);
    dates.forEach(date -> all.addAll(List.of(date.minusDays(1), date.plusDays(1))));
    return all;
  }

  private static Day day(String doctorId, LocalDate date, Map<String, Day> stored) {
    var id = Day.idOf(doctorId, date);
    return stored.getOrDefault(id, Day.empty(id));
  }
}
