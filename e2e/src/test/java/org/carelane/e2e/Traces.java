package org.carelane.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.carelane.e2e.Collector.Span;

/** What the collector has seen since a moment when nothing was going on. */
final class Traces {

  /** Of a thousand traces, or of a thousand messages. */
  private static final int LOST = 1;

  /** By what a span of each service is known; all of them belong to each booking. */
  private static final Map<String, Predicate<Span>> EXPECTED =
      Map.ofEntries(
          Map.entry("request at the gateway", of("gateway", "http post.*")),
          Map.entry("request sent on by the gateway", of("gateway", "HTTP POST")),
          Map.entry(
              "request in appointment-service",
              of("appointment-service", "http post /api/v1/appointments")),
          Map.entry("TakePayment", of("payment-service", "TakePayment process")),
          Map.entry("PaymentCaptured", of("appointment-service", "PaymentCaptured process")),
          Map.entry("SendConfirmation", of("notification-service", "SendConfirmation process")),
          Map.entry(
              "ConfirmationDelivered", of("appointment-service", "ConfirmationDelivered process")),
          Map.entry(
              "AppointmentConfirmed in the inbox",
              of("notification-service", "AppointmentConfirmed process")),
          Map.entry(
              "AppointmentConfirmed in chat", of("chat-service", "AppointmentConfirmed process")));

  private final int request;
  private final Instant start;

  private Traces(int request, Instant start) {
    this.request = request;
    this.start = start;
  }

  static Traces fromNow() {
    Broker.awaitEverythingRead();
    return new Traces(RunningFleet.COLLECTOR.requests().size(), Instant.now());
  }

  private static Predicate<Span> of(String service, String name) {
    return span -> span.service().equals(service) && span.name().matches(name);
  }

  /**
   * Nearly every one of these bookings, which are all there were, is on one trace with all its
   * spans.
   *
   * @param bookings their trace ids
   */
  void awaitComplete(Set<String> bookings) {
    int lost = LOST * bookings.size() / 1_000;
    await("complete traces")
        .atMost(Booking.PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> assertThat(incomplete(bookings, spans())).hasSizeLessThanOrEqualTo(lost));
    assertThat(spans())
        .filteredOn(span -> span.name().endsWith(" process") && !bookings.contains(span.trace()))
        .as("messages handled on another trace")
        .hasSizeLessThanOrEqualTo(lost);
  }

  /** Without those of before, which may be exported late. */
  private List<Span> spans() {
    return RunningFleet.COLLECTOR.spansSince(request).stream()
        .filter(span -> !Instant.EPOCH.plusNanos(span.at()).isBefore(start))
        .toList();
  }

  private static List<String> incomplete(Set<String> bookings, List<Span> spans) {
    var kindsOf = spans.stream().collect(groupingBy(Span::trace, mapping(Traces::kind, toSet())));
    List<String> incomplete = new ArrayList<>();
    for (var trace : bookings) {
      var missing = new HashSet<>(EXPECTED.keySet());
      missing.removeAll(kindsOf.getOrDefault(trace, Set.of()));
      if (!missing.isEmpty()) {
        incomplete.add(trace + " lacks " + missing);
      }
    }
    return incomplete;
  }

  private static String kind(Span span) {
    return EXPECTED.entrySet().stream()
        .filter(it -> it.getValue().test(span))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
