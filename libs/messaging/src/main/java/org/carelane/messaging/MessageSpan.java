package org.carelane.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The span of a message, from when it is passed to its handler until it is handled. */
public final class MessageSpan {

  static final MessageSpan NONE = new MessageSpan(Tracer.NOOP, Span.NOOP);

  private final Tracer tracer;
  private final Span span;

  MessageSpan(Tracer tracer, Span span) {
    this.tracer = tracer;
    this.span = span;
  }

  <R extends @Nullable Object> R within(Supplier<R> work) {
    try (var _ = tracer.withSpan(span)) {
      return work.get();
    } catch (RuntimeException e) {
      span.error(e);
      throw e;
    }
  }

  void end() {
    span.end();
  }
}
