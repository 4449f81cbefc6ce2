package org.carelane.operations;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpHttpSpanExporterBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spans are exported where an endpoint is set, and nothing is recorded where none is. */
@AutoConfiguration(
    beforeName =
        "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
public class TraceExportAutoConfiguration {

  private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = ENDPOINT, havingValue = "false", matchIfMissing = true)
  static class Off {

    /** Trace ids are still generated, logged and passed on. */
    @Bean
    Sampler otelSampler() {
      return Sampler.alwaysOff();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(ENDPOINT)
  static class On {

    @Bean
    SpanFilter discreetSpans() {
      return DiscreetSpan::of;
    }

    /** Few retries, so that a stopping service does not wait long for a collector that is away. */
    @Bean
    OtlpHttpSpanExporterBuilderCustomizer briefRetries() {
      var policy =
          RetryPolicy.builder()
              .setMaxAttempts(3)
              .setInitialBackoff(Duration.ofMillis(500))
              .setMaxBackoff(Duration.ofSeconds(1))
              .build();
      return exporter -> exporter.setRetryPolicy(policy);
    }

    /** Leaves out probes, scrapes and scheduled tasks. */
    @Bean
    SpanExportingPredicate requestsOnly() {
      return span ->
          !span.getName().startsWith("task ")
              && !span.getTags().getOrDefault("http.url", "").contains("/actuator");
    }
  }
}
