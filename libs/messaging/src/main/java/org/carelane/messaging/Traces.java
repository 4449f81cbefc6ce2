package org.carelane.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Continues a trace across the database, Kafka and other threads. */
public class Traces {

  private final Tracer tracer;
  private final Propagator propagator;

  public Traces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** The current trace as a W3C {@code traceparent}, or {@code null} outside of one. */
  public @Nullable String current() {
    var context = tracer.currentTraceContext().context();
    if (context == null) {
      return null;
    }
    Map<String, String> carrier = new HashMap<>();
    propagator.inject(
        context,
        carrier,
        (map, name, value) -> {
          if (map != null) {
            map.put(name, value);
          }
        });
    return carrier.get(Message.TRACEPARENT);
  }

  /** Runs work in the trace that was {@link #current()} when it was caused. */
  public void within(@Nullable String traceparent, Runnable work) {
    within(
        traceparent,
        () -> {
          work.run();
          return null;
        });
  }

  /** Runs work in the trace that was {@link #current()} when it was caused. */
  public <T extends @Nullable Object> T within(@Nullable String traceparent, Supplier<T> work) {
    if (traceparent == null) {
      return work.get();
    }
    var span = following(traceparent).name("resume").start();
    try (var _ = tracer.withSpan(span)) {
      return work.get();
    } finally {
      span.end();
    }
  }

  /** Begins the span in which a message is handled; it is named after the message's type. */
  MessageSpan handling(Message message) {
    return new MessageSpan(
        tracer,
        following(message.traceparent())
            .name(message.type() + " process")
            .kind(Span.Kind.CONSUMER)
            .tag("messaging.system", "kafka")
            .start());
  }

  private Span.Builder following(@Nullable String traceparent) {
    return traceparent == null
        ? tracer.spanBuilder()
        : propagator.extract(Map.of(Message.TRACEPARENT, traceparent), Map::get);
  }
}
