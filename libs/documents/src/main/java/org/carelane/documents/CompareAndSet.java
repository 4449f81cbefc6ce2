package org.carelane.documents;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Repeats load, decide and save of one document until nobody else saved it in between. The save
 * compares the document's version, or inserts under a guarding {@code _id}.
 */
public final class CompareAndSet {

  private static final RetryTemplate REPEAT =
      new RetryTemplate(
          RetryPolicy.builder()
              .includes(OptimisticLockingFailureException.class, DuplicateKeyException.class)
              .maxRetries(30)
              .delay(Duration.ofMillis(2))
              .jitter(Duration.ofMillis(2))
              .multiplier(1.3)
              .maxDelay(Duration.ofMillis(50))
              .build());

  private CompareAndSet() {}

  /** Work that loads what it decides on anew each time it is called. */
  public static <T> T repeat(Supplier<T> loadDecideSave) {
    return REPEAT.invoke(loadDecideSave);
  }
}
