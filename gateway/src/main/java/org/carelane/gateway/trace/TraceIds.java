package org.carelane.gateway.trace;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

/** Finds the span an observation stands for, without depending on what thread one is on. */
final class TraceIds {

  private TraceIds() {}

  static @Nullable Span span(Observation.Context observed) {
    TracingContext tracing = observed.get(TracingContext.class);
    return tracing == null ? null : tracing.getSpan();
  }
}
