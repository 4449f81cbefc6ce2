package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carelane.local.Fleet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/** Two instances of each service, of which one ends while people use them. */
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(OrderAnnotation.class)
class ZeroDowntimeTest {

  private static final List<String> SERVICES =
      List.of(
          "discovery",
          "auth-service",
          "appointment-service",
          "payment-service",
          "notification-service",
          "chat-service",
          "gateway");

  /** As when new versions of two services are rolled out. */
  private static final int RESTARTS_AT_ONCE = 2;

  /** Longer than a gateway goes on believing what it read, and leases last. */
  private static final Duration OUTAGE = Duration.ofSeconds(25);

  /** A client's next request, after one that failed. */
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private static Fleet fleet;
  private Gateways gateways;
  private Traffic traffic;

  @BeforeAll
  static void startTheSecondOfEach() {
    fleet = RunningFleet.twoOfEach();
    fleet.up();
  }

  @AfterAll
  static void endTheSecondOfEach() {
    SERVICES.forEach(service -> fleet.stop(service + "-2"));
  }

  @BeforeEach
  void begin() {
    gateways = new Gateways(fleet, "gateway", "gateway-2");
    traffic = new Traffic(gateways);
  }

  @AfterEach
  void everySagaEndsAndEveryCentIsAccountedFor() {
    var bookings = traffic.end();
    gateways.close();
    bookings.forEach(Booking::awaitEnd);
    Ledger.assertSettled(bookings);
    say(
        "%d requests, %d bookings, %d of them confirmed",
        traffic.count(), bookings.size(), bookings.stream().filter(Booking::isConfirmed).count());
  }

  @Test
  @Order(1)
  void restartingEveryServiceFailsNoRequest() {
    var begun = Instant.now();
    try (var threads = Executors.newFixedThreadPool(RESTARTS_AT_ONCE)) {
      SERVICES.stream()
          .map(service -> CompletableFuture.runAsync(() -> restart(service), threads))
          .toList()
          .forEach(CompletableFuture::join);
    }
    assertThat(traffic.failedSince(begun)).isEmpty();
  }

  private void restart(String service) {
    var told = Instant.now();
    fleet.stop(service);
    var ended = Instant.now();
    fleet.start(service);
    say(
        "SIGTERM %s: ended after %s, back after %s, slowest request %s",
        service, between(told, ended), between(ended, Instant.now()), traffic.slowestSince(told));
  }

  @Test
  @Order(2)
  void killingOneOfTwoFailsOnlyWhatItWasDoing() {
    awaitTraffic();
    for (var service : SERVICES) {
      var before = Instant.now();
      fleet.kill(service + "-2");
      var gone = Instant.now();
      var probes = IntStream.range(0, 6).mapToObj(_ -> traffic.bookNow()).toList();
      probes.forEach(Booking::awaitEnd);
      var taken = between(gone, Instant.now());
      awaitTraffic();

      var failed = traffic.failedSince(before);
      var inFlight = failed.stream().filter(it -> !it.begun().isAfter(gone)).count();
      say(
          "kill -9 %s: %d of %d requests in flight failed, %d begun later;"
              + " sagas on all partitions went on within %s; slowest request %s",
          service,
          inFlight,
          traffic.inFlightAt(before),
          failed.size() - inFlight,
          taken,
          traffic.slowestSince(gone));
      assertThat(failed).as(service).noneMatch(it -> it.begun().isAfter(gone.plus(A_SECOND)));
    }
  }

  @Test
  @Order(3)
  void nothingStopsWhileDiscoveryIsAwayNorWhenItComesBackEmpty() {
    var begun = Instant.now();
    fleet.kill("discovery");
    fleet.kill("discovery-2");
    awaitTraffic(OUTAGE);
    assertThat(traffic.failedSince(begun)).as("while it is away").isEmpty();

    var back = Instant.now();
    fleet.start("discovery");
    awaitTraffic(OUTAGE);
    say(
        "discovery away for %s, %s after its return: no failed request",
        between(begun, back), between(back, Instant.now()));
    assertThat(traffic.failedSince(begun)).as("after it came back empty").isEmpty();
  }

  private void awaitTraffic() {
    awaitTraffic(Duration.ofSeconds(2));
  }

  /** Time is what passes here: people use the fleet meanwhile. */
  private void awaitTraffic(Duration time) {
    var until = Instant.now().plus(time);
    await().atMost(time.plusSeconds(30)).until(() -> Instant.now().isAfter(until));
  }

  private static Duration between(Instant from, Instant to) {
    return Duration.ofMillis(Duration.between(from, to).toMillis());
  }

  private static void say(String text, Object... values) {
    System.out.println("zero downtime: " + text.formatted(values));
  }
}
