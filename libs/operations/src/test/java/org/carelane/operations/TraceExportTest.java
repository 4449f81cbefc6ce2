package org.carelane.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** What a collector receives of a service's spans. */
class TraceExportTest {

  private final List<ResourceSpans> received = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  @BeforeEach
  void listen() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          received.addAll(
              ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                  .getResourceSpansList());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void hangUp() {
    collector.stop(0);
  }

  @Test
  void aStoppingServiceSendsTheSpansThatAreLeft() {
    exporting(tracer -> tracer.nextSpan().name("the last").start().end());

    assertThat(spans()).extracting(Span::getName).containsExactly("the last");
  }

  @Test
  void aStoppingServiceDoesNotWaitLongForACollectorThatIsAway() {
    collector.stop(0);

    var stopping = new AtomicReference<Instant>();
    exporting(
        tracer -> {
          tracer.nextSpan().name("in vain").start().end();
          stopping.set(Instant.now());
        });

    assertThat(Duration.between(stopping.get(), Instant.now())).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void spansNameTheServiceAndItsInstance() {
    exporting(tracer -> tracer.nextSpan().name("any").start().end());

    assertThat(texts(received.getFirst().getResource().getAttributesList()))
        .containsEntry("service.name", "probe")
        .containsEntry("service.instance.id", "node-1:8089")
        .containsEntry("deployment.environment.name", "staging");
  }

  @Test
  void noneOfManyIsDropped() {
    exporting(
        tracer -> {
          for (int i = 0; i < 16_000; i++) {
            tracer.nextSpan().name("one of many").start().end();
          }
        });

    assertThat(spans()).hasSize(16_000);
  }

  @Test
  void theMessageOfAnExceptionStaysHere() {
    exporting(
        tracer -> {
          var cause = new IllegalArgumentException("Grete Minde");
          var span = tracer.nextSpan().name("broken").start();
          span.error(new IllegalStateException("grete@example.com", cause));
          span.end();
        });

    assertThat(spans()).singleElement().asString().doesNotContain("Grete", "grete@");
    assertThat(spans().getFirst().getEvents(0).getAttributesList())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.getValue().getStringValue())
                    .isEqualTo("java.lang.IllegalStateException"));
  }

  @Test
  void theQueryOfAUrlStaysHere() {
    exporting(
        tracer ->
            tracer
                .nextSpan()
                .name("search")
                .tag("http.uri", "http://a/doctors?q=Grete")
                .start()
                .end());

    assertThat(texts(spans().getFirst().getAttributesList()))
        .containsEntry("http.uri", "http://a/doctors");
  }

  @Test
  void probesAndSchedulesAreNotSent() {
    exporting(
        tracer -> {
          tracer.nextSpan().name("task due-payments.resume").start().end();
          tracer.nextSpan().name("http get").tag("http.url", "/actuator/health").start().end();
          tracer.nextSpan().name("http get").tag("http.url", "/api/v1/doctors").start().end();
        });

    assertThat(spans()).hasSize(1);
  }

  @Test
  void withoutAnEndpointNothingIsRecordedAndATraceStillHasAnId() {
    try (var context = run()) {
      var span = context.getBean(Tracer.class).nextSpan().start();
      assertThat(span.isNoop()).isTrue();
      assertThat(span.context().traceId()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
      span.end();
    }
    assertThat(received).isEmpty();
  }

  private void exporting(Consumer<Tracer> work) {
    var endpoint = "http://localhost:" + collector.getAddress().getPort() + "/v1/traces";
    try (var context = run("--management.opentelemetry.tracing.export.otlp.endpoint=" + endpoint)) {
      work.accept(context.getBean(Tracer.class));
    }
  }

  private static ConfigurableApplicationContext run(String... arguments) {
    var application = new SpringApplication(Probe.class);
    application.setDefaultProperties(
        Map.of("HOSTNAME", "node-1", "server.port", "8089", "CARELANE_ENVIRONMENT", "staging"));
    var all = new ArrayList<>(List.of(arguments));
    all.add("--spring.config.name=probe");
    return application.run(all.toArray(String[]::new));
  }

  private List<Span> spans() {
    return received.stream()
        .flatMap(it -> it.getScopeSpansList().stream())
        .flatMap(it -> it.getSpansList().stream())
        .toList();
  }

  private static Map<String, String> texts(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(Collectors.toMap(KeyValue::getKey, it -> it.getValue().getStringValue()));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Probe {}
}
