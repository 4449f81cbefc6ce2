package org.carelane.operations;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.otel.bridge.OtelFinishedSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/**
 * A span without what people typed: no exception messages, which quote input; no queries of URLs,
 * which have searches and tokens; no trace state, which clients set.
 */
final class DiscreetSpan extends DelegatingSpanData {

  private static final AttributeKey<String> EXCEPTION = AttributeKey.stringKey("exception.type");

  private DiscreetSpan(SpanData span) {
    super(span);
  }

  static FinishedSpan of(FinishedSpan span) {
    return OtelFinishedSpan.fromOtel(new DiscreetSpan(OtelFinishedSpan.toOtel(span)));
  }

  @Override
  public SpanContext getSpanContext() {
    return withoutState(super.getSpanContext());
  }

  @Override
  public SpanContext getParentSpanContext() {
    return withoutState(super.getParentSpanContext());
  }

  private static SpanContext withoutState(SpanContext context) {
    return SpanContext.create(
        context.getTraceId(),
        context.getSpanId(),
        context.getTraceFlags(),
        TraceState.getDefault());
  }

  @Override
  public StatusData getStatus() {
    return StatusData.create(super.getStatus().getStatusCode(), "");
  }

  @Override
  public List<EventData> getEvents() {
    return super.getEvents().stream().map(DiscreetSpan::typeOnly).toList();
  }

  private static EventData typeOnly(EventData event) {
    var type = event.getAttributes().get(EXCEPTION);
    var attributes = type == null ? Attributes.empty() : Attributes.of(EXCEPTION, type);
    return EventData.create(event.getEpochNanos(), event.getName(), attributes);
  }

  @Override
  public Attributes getAttributes() {
    var attributes = super.getAttributes().toBuilder();
    super.getAttributes()
        .forEach(
            (key, value) -> {
              if (key.getType() == AttributeType.STRING && key.getKey().startsWith("http.")) {
                attributes.put(key.getKey(), withoutQuery((String) value));
              }
            });
    return attributes.build();
  }

  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }
}
