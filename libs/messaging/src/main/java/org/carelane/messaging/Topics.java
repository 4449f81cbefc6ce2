package org.carelane.messaging;

import java.util.List;

/** The topics a service sends to or listens on; they are created with their dead letters. */
public record Topics(List<String> names) {

  /** Where the poison records of a topic are parked: {@code <topic>.dlt}. */
  public static final String DEAD_LETTERS = ".dlt";

  public Topics(String... names) {
    this(List.of(names));
  }
}
