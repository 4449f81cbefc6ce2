package org.carelane.appointments.schedule;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.carelane.appointments.Problems;
import org.carelane.appointments.doctor.Doctor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Opens slots in a doctor's days and shows those that are free. */
@Component
public class Schedule {

  private static final int TRIES = 20;

  private final MongoOperations mongo;
  private final Clock clock;

  Schedule(MongoOperations mongo, Clock clock) {
    this.mongo = mongo;
    this.clock = clock;
  }

  /**
   * @param created how many slots are new
   * @param existing how many were there before
   */
  public record Opened(int created, int existing) {}

  /** A slot and its name. */
  public record NamedSlot(SlotId id, Slot slot) {}

  /**
   * Opens the slots of a plan. Opening them again opens nothing twice.
   *
   * @throws org.carelane.rest.ProblemException {@code slots-overlap} when one would overlap a slot
   *     of another time; then none is opened
   */
  public Opened open(Doctor doctor, SlotPlan plan) {
    var wanted = slotsOf(doctor, plan);
    var days = find(wanted.keySet().stream());
    wanted.forEach((id, slots) -> requireFit(days.getOrDefault(id, empty(id)), slots));
    int created = 0;
    int total = 0;
    for (var day : wanted.entrySet()) {
      var seen = days.getOrDefault(day.getKey(), empty(day.getKey()));
      created += open(seen, day.getValue());
      total += day.getValue().size();
    }
    return new Opened(created, total - created);
  }

  /** Free slots that have not begun, in order of time. Dates are the doctor's, inclusive. */
  public List<NamedSlot> free(String doctorId, LocalDate from, LocalDate to) {
    var now = clock.instant();
    var dates = from.datesUntil(to.plusDays(1)).toList();
    var days = find(dates.stream().map(date -> Day.idOf(doctorId, date)));
    List<NamedSlot> free = new ArrayList<>();
    for (var date : dates) {
      var day = days.get(Day.idOf(doctorId, date));
      if (day != null) {
        day.slots()
            .forEach(
                (key, slot) -> {
                  if (slot.isFree(now) && !slot.hasBegun(now)) {
                    free.add(new NamedSlot(SlotId.parse(day.id() + "_" + key).orElseThrow(), slot));
                  }
                });
      }
    }
    free.sort(Comparator.comparing(it -> it.slot().start()));
    return free;
  }

  private Map<String, Map<String, Slot>> slotsOf(Doctor doctor, SlotPlan plan) {
    ZoneId zone = doctor.zone();
    var now = clock.instant();
    Map<String, Map<String, Slot>> days = new HashMap<>();
    plan.dates()
        .forEach(
            date -> {
              var slots = plan.slotsOn(date, doctor.id(), zone, now);
              if (!slots.isEmpty()) {
                days.put(Day.idOf(doctor.id(), date), slots);
              }
            });
    return days;
  }

  private int open(Day seen, Map<String, Slot> wanted) {
    var day = seen;
    for (int i = 0; i < TRIES; i++) {
      requireFit(day, wanted);
      Map<String, Slot> missing = new HashMap<>(wanted);
      missing.keySet().removeAll(day.slots().keySet());
      if (missing.isEmpty() || add(day, missing)) {
        return missing.size();
      }
      day = Objects.requireNonNullElse(mongo.findById(day.id(), Day.class), empty(day.id()));
    }
    throw Problems.scheduleBusy();
  }

  /** False when the day got other slots since it was read. */
  private boolean add(Day day, Map<String, Slot> missing) {
    if (day.revision() == 0) {
      try {
        mongo.insert(new Day(day.id(), 1, missing));
        return true;
      } catch (DuplicateKeyException e) {
        return false;
      }
    }
    var update = new Update().inc("revision", 1);
    missing.forEach((key, slot) -> update.set("slots." + key, slot));
    var unchanged = query(where("_id").is(day.id()).and("revision").is(day.revision()));
    return mongo.updateFirst(unchanged, update, Day.class).getMatchedCount() == 1;
  }

  private Map<String, Day> find(Stream<String> ids) {
    Map<String, Day> days = new HashMap<>();
    mongo
        .find(query(where("_id").in(ids.toList())), Day.class)
        .forEach(day -> days.put(day.id(), day));
    return days;
  }

  private static Day empty(String id) {
    return new Day(id, 0, Map.of());
  }

  private static void requireFit(Day day, Map<String, Slot> wanted) {
    day.firstOverlap(wanted)
        .ifPresent(
            start -> {
              throw Problems.slotsOverlap(start.toString());
            });
  }
}
