package org.carelane.bench;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times seen, in milliseconds. */
final class Percentiles {

  private final ConcurrentLinkedQueue<Long> seen = new ConcurrentLinkedQueue<>();

  void add(long millis) {
    seen.add(millis);
  }

  int count() {
    return seen.size();
  }

  @Override
  public String toString() {
    List<Long> sorted = seen.stream().sorted().toList();
    return sorted.isEmpty()
        ? "nothing seen"
        : "p50 %,d ms, p95 %,d ms, p99 %,d ms, max %,d ms (%,d)"
            .formatted(
                at(sorted, 50), at(sorted, 95), at(sorted, 99), sorted.getLast(), sorted.size());
  }

  private static long at(List<Long> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
