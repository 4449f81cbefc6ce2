package org.carelane.deadletters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The dead letters of topics that are read from the beginning. A settlement stands behind what it
 * settles; when the broker has let go of that already, it says nothing.
 */
final class Letters {

  private record Place(String topic, long offset) {}

  private final Map<Place, DeadLetter> byPlace = new LinkedHashMap<>();

  void add(ParkedRecord record) {
    if (record.isSettlement()) {
      record
          .settlement()
          .ifPresent(
              settlement ->
                  byPlace.computeIfPresent(
                      new Place(record.topic(), settlement.offset()),
                      (_, letter) -> letter.settledBy(settlement)));
    } else {
      byPlace.put(new Place(record.topic(), record.offset()), record.open());
    }
  }

  DeadLetter of(ParkedRecord record) {
    return Objects.requireNonNull(byPlace.get(new Place(record.topic(), record.offset())));
  }

  Stream<DeadLetter> stream() {
    return byPlace.values().stream();
  }
}
