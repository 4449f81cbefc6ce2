package org.carelane.messaging;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message that a listener handles.
 *
 * @param content what it means to the listener
 * @param span in which it is handled, whatever else is handled at the same time
 */
public record Received<T>(T content, MessageSpan span) {

  /** Outside of any trace. */
  public static <T> Received<T> untraced(T content) {
    return new Received<>(content, MessageSpan.NONE);
  }

  /** Work that is done for this message alone, such as writing messages that it causes. */
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
