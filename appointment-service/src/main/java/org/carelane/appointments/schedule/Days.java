package org.carelane.appointments.schedule;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.carelane.documents.DocumentReader;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The stored days. {@link Slots} changes the claims in them. */
@Repository
class Days {

  private final MongoOperations mongo;
  private final DocumentReader reader;

  Days(MongoOperations mongo, DocumentReader reader) {
    this.mongo = mongo;
    this.reader = reader;
  }

  /** Empty if it has no slots. */
  Day find(String id) {
    return reader.find(id, Day.class).orElse(Day.empty(id));
  }

  /** Those that have slots, by id. */
  Map<String, Day> find(String doctorId, Collection<LocalDate> dates) {
    var ids = dates.stream().map(date -> Day.idOf(doctorId, date)).toList();
    Map<String, Day> days = new HashMap<>();
    reader.readable(query(where("_id").in(ids)), Day.class).forEach(day -> days.put(day.id(), day));
    return days;
  }

  /**
   * Deletes slots with one write. False, and none is deleted, when one of them was claimed or the
   * day's slots have changed since the day was read.
   */
  boolean delete(Day day, Set<String> keys, Instant now) {
    var unclaimed = keys.stream().map(key -> Slots.unclaimed("slots." + key, now)).toList();
    var unchanged = where("_id").is(day.id()).and("revision").is(day.revision());
    var update = new Update().inc("revision", 1);
    keys.forEach(key -> update.unset("slots." + key));
    return mongo
            .updateFirst(query(unchanged.andOperator(unclaimed)), update, Day.class)
            .getMatchedCount()
        == 1;
  }

  /** Adds slots with one write. False when the day got other slots since it was read. */
  boolean add(Day day, Map<String, Slot> slots) {
    if (day.revision() == 0) {
      try {
        mongo.insert(new Day(day.id(), 1, slots));
        return true;
      } catch (DuplicateKeyException e) {
        return false;
      }
    }
    var update = new Update().inc("revision", 1);
    slots.forEach((key, slot) -> update.set("slots." + key, slot));
    var unchanged = query(where("_id").is(day.id()).and("revision").is(day.revision()));
    return mongo.updateFirst(unchanged, update, Day.class).getMatchedCount() == 1;
  }
}
