package org.carelane.appointments.schedule;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carelane.appointments.doctor.Doctor;
import org.carelane.documents.DocumentReader;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Opens slots in a doctor's days and shows those that are free. */
@Component
public class Schedule {

  private static final int TRIES = 20;

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final Clock clock;

  Schedule(MongoOperations mongo, DocumentReader reader, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.clock = clock;
  }

  public sealed interface Opening {}

  /**
   * @param created how many slots are new
   * @param existing how many were there before
   */
  public record Opened(int created, int existing) implements Opening {}

  /** The slot that begins then would overlap one of another time. */
  public record Overlapping(Instant start) implements Opening {}

  /** The day is being changed elsewhere, again and again. */
  public record Busy() implements Opening {}

  /** A slot and its name. */
  public record NamedSlot(SlotId id, Slot slot) {}

  /**
   * Opens the slots of a plan. Opening them again opens nothing twice. If one would overlap a slot
   * that is there, none is opened.
   */
  public Opening open(Doctor doctor, SlotPlan plan) {
    var wanted = slotsOf(doctor, plan);
    var days = find(wanted.keySet().stream());
    var overlap =
        wanted.entrySet().stream()
            .flatMap(it -> day(days, it.getKey()).firstOverlap(it.getValue()).stream())
            .findFirst();
    if (overlap.isPresent()) {
      return new Overlapping(overlap.get());
    }
    int created = 0;
    int existing = 0;
    for (var it : wanted.entrySet()) {
      switch (open(day(days, it.getKey()), it.getValue())) {
        case Opened opened -> {
          created += opened.created();
          existing += opened.existing();
        }
        case Overlapping overlapping -> {
          return overlapping;
        }
        case Busy busy -> {
          return busy;
        }
      }
    }
    return new Opened(created, existing);
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
                    free.add(new NamedSlot(SlotId.of(doctorId, date, key), slot));
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

  private Opening open(Day seen, Map<String, Slot> wanted) {
    var day = seen;
    for (int i = 0; i < TRIES; i++) {
      var overlap = day.firstOverlap(wanted);
      if (overlap.isPresent()) {
        return new Overlapping(overlap.get());
      }
      Map<String, Slot> missing = new HashMap<>(wanted);
      missing.keySet().removeAll(day.slots().keySet());
      if (missing.isEmpty() || add(day, missing)) {
        return new Opened(missing.size(), wanted.size() - missing.size());
      }
      day = reader.find(day.id(), Day.class).orElse(Day.empty(day.id()));
    }
    return new Busy();
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
    reader
        .readable(query(where("_id").in(ids.toList())), Day.class)
        .forEach(day -> days.put(day.id(), day));
    return days;
  }

  private static Day day(Map<String, Day> days, String id) {
    return days.getOrDefault(id, Day.empty(id));
  }
}
