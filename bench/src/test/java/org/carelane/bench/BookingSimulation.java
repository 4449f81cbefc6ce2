package org.carelane.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bookings begun at a steady rate and followed to CONFIRMED. The time from POST to CONFIRMED is
 * taken from the steps of the appointment: by the clock of the service that decides, not by how
 * often one asks.
 */
public class BookingSimulation extends Simulation {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PATIENTS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int bookings =
      Settings.RATE * (Settings.SECONDS + Settings.WARM_UP_SECONDS / 2 + 1) + Settings.RATE;
  private final Clinic clinic = Clinic.open(bookings, PATIENTS);
  private final long capturedBefore = captured();
  private final Instant measureFrom = Instant.now().plusSeconds(Settings.WARM_UP_SECONDS);
  private final Percentiles toConfirmed = new Percentiles();
  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
  private final Set<String> slots = ConcurrentHashMap.newKeySet();

  private final ChainBuilder book =
      exec(
          http("POST appointment")
              .post("/api/v1/appointments")
              .header("Authorization", "Bearer #{patient}")
              .header("Idempotency-Key", _ -> UUID.randomUUID().toString())
              .body(
                  StringBody(
                      "{\"slotId\":\"#{slot}\",\"mode\":\"VIDEO\",\"paymentMethod\":\"card_ok\"}"))
              .check(status().is(202))
              .check(jsonPath("$.id").saveAs("id")));

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
          .exec(book)
          .doIf(session -> session.contains("id"))
          .then(follow, exec(this::note));

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

  private Session note(Session session) {
    var json = session.getString("appointment");
    JsonNode appointment = JSON.readTree(json == null ? "{}" : json);
    if (appointment.path("status").asString("").equals("CONFIRMED")) {
      confirmed.add(appointment.path("id").asString());
      slots.add(appointment.path("slotId").asString());
      var requested = Instant.parse(appointment.path("requestedAt").asString());
      var steps = appointment.path("steps");
      var ended = Instant.parse(steps.get(steps.size() - 1).path("at").asString());
      if (requested.isAfter(measureFrom)) {
        toConfirmed.add(Duration.between(requested, ended).toMillis());
      }
    }
    return session;
  }

  private long captured() {
    return clinic
        .get("/api/v1/sandbox/ledger?limit=1")
        .path("totals")
        .valueStream()
        .filter(total -> total.path("currency").asString().equals("EUR"))
        .mapToLong(total -> total.path("netMinor").asLong())
        .sum();
  }

  /** Nothing may be open, every confirmed appointment has its own slot, and its fee was taken. */
  @Override
  public void after() {
    var open = clinic.get("/api/v1/admin/sagas?limit=100").path("items").size();
    var money = captured() - capturedBefore;
    var expected = (long) confirmed.size() * Clinic.FEE;
    System.out.printf(
        "%nBookings at %d/s: %,d confirmed on %,d slots, %d sagas open, %,d captured of %,d%n"
            + "POST to CONFIRMED: %s%n",
        Settings.RATE, confirmed.size(), slots.size(), open, money, expected, toConfirmed);
    if (open > 0 || slots.size() != confirmed.size() || money != expected) {
      throw new IllegalStateException("An invariant is violated");
    }
  }
}
