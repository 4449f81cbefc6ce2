package org.carelane.appointments.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All slots of a doctor's day. It is one document, so that holding a slot is one compare-and-set
 * and slots that overlap are noticed on the write.
 *
 * @param id doctor and local date: {@code <doctorId>_<yyyy-MM-dd>}
 * @param revision incremented when slots are added or deleted, not when one is claimed
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

  /** The keys of the slots that nobody has. */
  Set<String> free(Instant now) {
    return slots.entrySet().stream()
        .filter(it -> it.getValue().isFree(now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * The start of the first wanted slot that overlaps one of another time, or whose name one of
   * another time has; empty when all fit.
   *
   * @param neighbours slots of the days before and after
   */
  Optional<Instant> firstOverlap(Map<String, Slot> wanted, Collection<Slot> neighbours) {
    return wanted.entrySet().stream()
        .filter(it -> excludes(it.getKey(), it.getValue(), neighbours))
        .map(it -> it.getValue().start())
        .findFirst();
  }

  private boolean excludes(String key, Slot wanted, Collection<Slot> neighbours) {
    return slot(key).filter(named -> !named.sameTime(wanted)).isPresent()
        || slots.values().stream().anyMatch(it -> !it.sameTime(wanted) && it.overlaps(wanted))
        || neighbours.stream().anyMatch(wanted::overlaps);
  }
}
