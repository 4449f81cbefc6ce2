package org.carelane.messaging;

import java.util.List;
import java.util.stream.Stream;

/**
 * The topics a service sends to or listens on; they are created with their dead letters.
 *
 * @param names of all
 * @param compacted those of which Kafka keeps the latest message of each key for good. Each of
 *     their messages must tell all of what it is about
 */
public record Topics(List<String> names, List<String> compacted) {

  /** Where the poison records of a topic are parked: {@code <topic>.dlt}. */
  public static final String DEAD_LETTERS = ".dlt";

  public Topics(String... names) {
    this(List.of(names), List.of());
  }

  /** These, and one that is compacted. */
  public Topics andCompacted(String name) {
    return new Topics(
        Stream.concat(names.stream(), Stream.of(name)).toList(),
        Stream.concat(compacted.stream(), Stream.of(name)).toList());
  }
}
