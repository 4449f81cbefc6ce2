package org.carelane.documents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in {@code carelane.documents.unreadable}, by {@code collection}, how often a document was
 * met that cannot be read, and names each in the log once.
 */
public class UnreadableDocuments {

  private static final Logger log = LoggerFactory.getLogger(UnreadableDocuments.class);
  private static final int REMEMBERED = 1_000;

  private final MeterRegistry meters;
  private final Set<String> logged =
      Collections.newSetFromMap(
          Collections.synchronizedMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /**
   * @param collections that are known, whose counters begin at 0
   */
  public UnreadableDocuments(MeterRegistry meters, Collection<String> collections) {
    this.meters = meters;
    collections.forEach(this::count);
  }

  /**
   * Notes that a document was met that cannot be read.
   *
   * @return what to throw, if it cannot be left out
   */
  public UnreadableDocument note(String collection, @Nullable Object id, Throwable failure) {
    count(collection).increment();
    var unreadable =
        new UnreadableDocument(collection, Objects.requireNonNullElse(id, "without id"), failure);
    if (logged.add(collection + " " + id)) {
      log.warn("Left out: {}", unreadable.getMessage());
    }
    return unreadable;
  }

  private Counter count(String collection) {
    return meters.counter("carelane.documents.unreadable", "collection", collection);
  }
}
