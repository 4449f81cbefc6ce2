package org.carelane.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.carelane.bench.Aftermath.Confirmed;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bookings begun at a steady rate and followed to CONFIRMED. The time from POST to CONFIRMED is
 * taken from the steps of the appointment: by the clock of the service that decides, not by how
 * often one asks.
 */
public class BookingSimulation extends Simulation {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PATIENTS = 50;
  private static final int TRIES = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int bookings =
      Settings.RATE * (Settings.SECONDS + Settings.WARM_UP_SECONDS / 2 + 1) + Settings.RATE;
  private final Clinic clinic = Clinic.open(bookings, PATIENTS);
  private final Aftermath aftermath = new Aftermath(clinic);
  private final Stored stored = Stored.look();
  private final Cost cost = new Cost();
  private final AtomicInteger refused = new AtomicInteger();
  private final Instant measureFrom = Instant.now().plusSeconds(Settings.WARM_UP_SECONDS);

  /** A client that is refused for now asks again when it was told to, with the same key. */
  private final ChainBuilder book =
      asLongAs(session -> !session.contains("id") && session.getInt("tries") < TRIES)
          .on(
              exec(session -> session.set("tries", session.getInt("tries") + 1)),
              http("POST appointment")
                  .post("/api/v1/appointments")
                  .header("Authorization", "Bearer #{patient}")
                  .header("Idempotency-Key", "#{key}")
                  .body(
                      StringBody(
                          "{\"slotId\":\"#{slot}\",\"mode\":\"VIDEO\",\"paymentMethod\":\"card_ok\"}"))
                  .check(status().in(202, 503))
                  .check(header("Retry-After").optional().saveAs("retryAfter"))
                  .check(jsonPath("$.id").optional().saveAs("id")),
              doIf(session -> !session.contains("id") && session.contains("retryAfter"))
                  .then(exec(this::refused), pause(BookingSimulation::retryAfter)));

  private final ChainBuilder follow =
      asLongAs(BookingSimulation::isOpen)
          .on(
              pause(Duration.ofSeconds(1))
                  .exec(
                      http("GET appointment")
                          .get("/api/v1/appointments/#{id}")
                          .header("Authorization", "Bearer #{patient}")
                          .check(status().is(200))
                          .check(bodyString().saveAs("appointment"))));

  private final ScenarioBuilder scenario =
      scenario("Bookings")
          .feed(listFeeder(feed()).queue())
          .exec(session -> session.set("begun", System.nanoTime()))
          .exec(session -> session.set("key", UUID.randomUUID().toString()).set("tries", 0))
          .exec(book)
          .doIf(session -> session.contains("id"))
          .then(exec(this::note), follow);

  {
    setUp(
            scenario.injectOpen(
                rampUsersPerSec(1).to(Settings.RATE).during(Settings.WARM_UP_SECONDS),
                constantUsersPerSec(Settings.RATE).during(Settings.SECONDS)))
        .protocols(http.baseUrl(Settings.GATEWAY).contentTypeHeader("application/json"))
        .assertions(global().failedRequests().count().is(0L));
  }

  private List<Map<String, Object>> feed() {
    var patients = clinic.patients();
    return clinic.freeSlots().stream()
        .map(
            slot ->
                Map.<String, Object>of(
                    "slot",
                    slot,
                    "patient",
                    patients.get(ThreadLocalRandom.current().nextInt(patients.size()))))
        .collect(Collectors.toList());
  }

  private static boolean isOpen(Session session) {
    var last = session.getString("appointment");
    boolean ended = last != null && Set.of("CONFIRMED", "CANCELLED").contains(read(last, "status"));
    return !ended && System.nanoTime() - session.getLong("begun") < PATIENCE.toNanos();
  }

  private static String read(String json, String field) {
    return JSON.readTree(json).path(field).asString("");
  }

  private static Duration retryAfter(Session session) {
    return Duration.ofSeconds(Long.parseLong(session.get("retryAfter")));
  }

  private Session refused(Session session) {
    refused.incrementAndGet();
    return session;
  }

  private Session note(Session session) {
    aftermath.accepted(Objects.requireNonNull(session.getString("id")));
    return session;
  }

  /** The rate counts from the first request behind the warm-up to the last of them confirmed. */
  @Override
  public void after() {
    var table = cost.table(aftermath.awaitEnd());
    System.out.printf("%n%s", table);
    var confirmed = aftermath.check();
    Stored.look().printSince(stored, confirmed.size());
    var measured = confirmed.stream().filter(it -> it.requested().isAfter(measureFrom)).toList();
    var toConfirmed = new Percentiles();
    measured.forEach(it -> toConfirmed.add(it.milliseconds()));
    var begin = measured.stream().map(Confirmed::requested).min(Comparator.naturalOrder());
    var end = measured.stream().map(Confirmed::ended).max(Comparator.naturalOrder());
    var took = Duration.between(begin.orElseThrow(), end.orElseThrow());
    var result =
        "Asked for %d/s, %,d times refused for now, confirmed %.1f/s. POST to CONFIRMED: %s%n"
            .formatted(
                Settings.RATE,
                refused.get(),
                measured.size() * 1000.0 / took.toMillis(),
                toConfirmed);
    System.out.print(result);
    if (Settings.WRITE) {
      PerformanceDocument.write("cost", result + System.lineSeparator() + table);
    }
  }
}
