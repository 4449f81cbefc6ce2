package org.carelane.gateway.trace;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The trace a request belongs to, whatever thread one is on. What is logged about a request is
 * logged within it: carrying the trace through every operator of a reactive chain would cost a
 * third of the gateway's work.
 */
@Component
public class RequestTrace {

  private final Tracer tracer;

  RequestTrace(Tracer tracer) {
    this.tracer = tracer;
  }

  public void within(ServerWebExchange exchange, Runnable logging) {
    ServerRequestObservationContext.findCurrent(exchange.getAttributes())
        .ifPresentOrElse(context -> within(context, logging), logging);
  }

  void within(Observation.Context observed, Runnable logging) {
    try (var scope = tracer.withSpan(span(observed))) {
      logging.run();
    }
  }

  static @Nullable Span span(Observation.Context observed) {
    TracingContext tracing = observed.get(TracingContext.class);
    return tracing == null ? null : tracing.getSpan();
  }
}
