package org.carelane.appointments.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A doctor's day: one document, so that holding a slot is one compare-and-set and overlaps are
 * checked where they would happen.
 *
 * @param id doctor and local date: the guard against a second such day
 * @param revision counts additions of slots, not claims on them
 * @param slots by wall-clock start, {@code HHmm}
 */
@Document("days")
record Day(@Id String id, long revision, Map<String, Slot> slots) {

  static String idOf(String doctorId, LocalDate date) {
    return doctorId + "_" + date;
  }

  /** One that is not stored yet. */
  static Day empty(String id) {
    return new Day(id, 0, Map.of());
  }

  Optional<Slot> slot(String key) {
    return Optional.ofNullable(slots.get(key));
  }

  /** The first of these that would overlap a slot of another time; empty when all fit. */
  Optional<Instant> firstOverlap(Map<String, Slot> wanted) {
    return wanted.values().stream()
        .filter(
            slot ->
                slots.values().stream()
                    .anyMatch(other -> !other.sameTime(slot) && other.overlaps(slot)))
        .map(Slot::start)
        .findFirst();
  }
}
