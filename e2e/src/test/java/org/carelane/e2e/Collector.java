package org.carelane.e2e;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Takes what services export by OTLP over HTTP, and keeps it. */
final class Collector {

  private static final String PATH = "/v1/traces";
  private static final HexFormat HEX = HexFormat.of();

  private final HttpServer server;
  private final List<byte[]> received = new CopyOnWriteArrayList<>();

  /**
   * @param service whose it is
   * @param at begin, in nanoseconds since 1970
   */
  record Span(String service, String name, String trace, long at) {}

  private Collector(HttpServer server) {
    this.server = server;
    server.createContext(
        PATH,
        exchange -> {
          received.add(exchange.getRequestBody().readAllBytes());
          exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.setExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("collector-", 0).factory()));
    server.start();
  }

  static Collector listening() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new Collector(HttpServer.create(loopback, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort() + PATH;
  }

  /** Every request so far as it came: protobuf has texts as they are. */
  List<byte[]> requests() {
    return List.copyOf(received);
  }

  /** Every span that was received since. */
  List<Span> spansSince(int request) {
    return received.stream().skip(request).flatMap(Collector::spans).toList();
  }

  boolean has(String service, String trace) {
    return received.reversed().stream()
        .flatMap(Collector::spans)
        .anyMatch(span -> span.service().equals(service) && span.trace().equals(trace));
  }

  private static Stream<Span> spans(byte[] request) {
    try {
      return ExportTraceServiceRequest.parseFrom(request).getResourceSpansList().stream()
          .flatMap(
              resource -> {
                var service = serviceOf(resource);
                return resource.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .map(
                        span ->
                            new Span(
                                service,
                                span.getName(),
                                HEX.formatHex(span.getTraceId().toByteArray()),
                                span.getStartTimeUnixNano()));
              });
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String serviceOf(io.opentelemetry.proto.trace.v1.ResourceSpans resource) {
    return resource.getResource().getAttributesList().stream()
        .filter(it -> it.getKey().equals("service.name"))
        .map(it -> it.getValue().getStringValue())
        .findFirst()
        .orElse("");
  }
}
