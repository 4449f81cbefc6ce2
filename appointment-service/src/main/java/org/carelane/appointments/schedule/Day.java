package org.carelane.appointments.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All slots of a doctor's day. It is one document, so that holding a slot is one compare-and-set
 * and slots that overlap are noticed on the write.
 *
 * @param id doctor and local date: {@code <doctorId>_<yyyy-MM-dd>}
 * @param revision incremented when slots are added, not when one is claimed
 * @param slots by local start time, {@code HHmm}
 */
@Document("days")
record Day(@Id String id, long revision, Map<String, Slot> slots) {

  static String idOf(String doctorId, LocalDate date) {
    return doctorId + "_" + date;
  }

  /** A day that is not stored yet. */
  static Day empty(String id) {
    return new Day(id, 0, Map.of());
  }

  Optional<Slot> slot(String key) {
    return Optional.ofNullable(slots.get(key));
  }

  /** The start of the first wanted slot that overlaps one of another time; empty when all fit. */
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
