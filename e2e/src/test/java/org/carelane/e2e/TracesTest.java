package org.carelane.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.carelane.e2e.Collector.Span;
import org.carelane.e2e.People.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What a collector sees of many bookings at once. Alone, so that no other test's spans can be taken
 * for theirs.
 */
@Isolated
class TracesTest {

  private static final int SAGAS = 1_000;
  private static final int PATIENTS = 10;
  private static final int AT_ONCE = 16;

  /** As many as are done before any of their holds ends, on a slow machine too. */
  private static final int BATCH = 100;

  /** Of a thousand. */
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

  private static Predicate<Span> of(String service, String name) {
    return span -> span.service().equals(service) && span.name().matches(name);
  }

  @Test
  void ofThousandBookingsNearlyEveryOneIsOnOneTraceWithAllItsSpans() throws Exception {
    var patients = IntStream.range(0, PATIENTS).mapToObj(_ -> People.patient()).toList();
    var slots = Clinic.open(21, 10).freeSlots();
    Broker.awaitEverythingRead();
    int start = RunningFleet.COLLECTOR.requests().size();

    Set<String> traces = new HashSet<>();
    while (traces.size() < SAGAS) {
      int before = RunningFleet.COLLECTOR.requests().size();
      var some = book(patients, slots.subList(traces.size(), traces.size() + BATCH));
      await("complete traces")
          .atMost(Booking.PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(() -> assertComplete(some, RunningFleet.COLLECTOR.spansSince(before)));
      assertThat(traces.addAll(some)).isTrue();
    }

    assertThat(traces).as("each booking begins a trace").hasSize(SAGAS);
    var spans = RunningFleet.COLLECTOR.spansSince(start);
    assertComplete(traces, spans);
    assertThat(spans)
        .filteredOn(span -> span.name().endsWith(" process") && !traces.contains(span.trace()))
        .as("messages handled on another trace")
        .hasSizeLessThanOrEqualTo(LOST);
  }

  private static void assertComplete(Set<String> traces, List<Span> spans) {
    var kindsOf =
        spans.stream().collect(groupingBy(Span::trace, mapping(TracesTest::kind, toSet())));
    List<String> incomplete = new ArrayList<>();
    for (var trace : traces) {
      var missing = new HashSet<>(EXPECTED.keySet());
      missing.removeAll(kindsOf.getOrDefault(trace, Set.of()));
      if (!missing.isEmpty()) {
        incomplete.add(trace + " lacks " + missing);
      }
    }
    assertThat(incomplete).hasSizeLessThanOrEqualTo(LOST);
  }

  private static String kind(Span span) {
    return EXPECTED.entrySet().stream()
        .filter(it -> it.getValue().test(span))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static Set<String> book(List<Person> patients, List<String> slots)
      throws InterruptedException, ExecutionException {
    List<Callable<String>> bookings = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      var patient = patients.get(i % PATIENTS);
      var slot = slots.get(i);
      bookings.add(() -> Booking.requestUntilAdmitted(patient, slot).header("X-Trace-Id"));
    }
    Set<String> traces = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var booking : threads.invokeAll(bookings)) {
        traces.add(booking.get());
      }
    }
    return traces;
  }
}
