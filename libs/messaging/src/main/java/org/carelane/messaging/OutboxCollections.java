package org.carelane.messaging;

import java.util.List;

/** The collections whose documents carry an {@code outbox[]}; a service declares one such bean. */
public record OutboxCollections(List<String> names) {

  public OutboxCollections(String... names) {
    this(List.of(names));
  }
}
