package org.carelane.messaging;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message that a listener handles.
 *
 * @param content what the listener read from it
 * @param span of this message alone, even in a batch
 */
public record Received<T>(T content, MessageSpan span) {

  /** Outside of any trace. */
  public static <T> Received<T> untraced(T content) {
    return new Received<>(content, MessageSpan.NONE);
  }

  /** Runs work for this message alone in its span, such as creating messages that it causes. */
  public <R extends @Nullable Object> R within(Supplier<R> work) {
    return span.within(work);
  }

  public void within(Runnable work) {
    span.within(
        () -> {
          work.run();
          return null;
        });
  }
}
