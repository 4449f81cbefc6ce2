package org.carelane.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of the bookings of a run, those included whose answer got lost. Looked at when no
 * saga is open any more: every accepted booking is there, confirmed ones have slots of their own,
 * and exactly their fees were taken. Nobody else may book at the same time.
 */
final class Aftermath {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** By the clock of the service that decides. */
  record Confirmed(Instant requested, Instant ended) {

    static Confirmed of(JsonNode appointment) {
      var last = appointment.path("steps").valueStream().reduce((_, it) -> it).orElseThrow();
      return new Confirmed(requestedAt(appointment), Instant.parse(last.path("at").asString()));
    }

    long milliseconds() {
      return Duration.between(requested, ended).toMillis();
    }
  }

  private final Clinic clinic;
  private final Instant begun = Instant.now();
  private final long takenBefore;
  private final Queue<String> accepted = new ConcurrentLinkedQueue<>();

  /** To be made before the run. */
  Aftermath(Clinic clinic) {
    this.clinic = clinic;
    this.takenBefore = taken();
  }

  void accepted(String appointmentId) {
    accepted.add(appointmentId);
  }

  /** How many bookings were accepted, none of which is open any more when this returns. */
  int awaitEnd() {
    awaitNoOpenSaga();
    return accepted.size();
  }

  /**
   * Waits until all has ended, and prints what it finds. Reads every booking of the run.
   *
   * @throws IllegalStateException when anything was lost, doubled or left behind
   */
  List<Confirmed> check() {
    awaitNoOpenSaga();
    var ids = new HashSet<String>();
    var slots = new HashSet<String>();
    List<Confirmed> confirmed = new ArrayList<>();
    for (var appointment : appointments()) {
      ids.add(appointment.path("id").asString());
      if (appointment.path("status").asString().equals("CONFIRMED")) {
        slots.add(appointment.path("slotId").asString());
        confirmed.add(Confirmed.of(appointment));
      }
    }
    var money = taken() - takenBefore;
    var owed = (long) confirmed.size() * Clinic.FEE;
    System.out.printf(
        "%n%,d accepted, %,d found, %,d confirmed on %,d slots, %,d taken of %,d%n",
        accepted.size(), ids.size(), confirmed.size(), slots.size(), money, owed);
    if (!ids.containsAll(accepted) || slots.size() != confirmed.size() || money != owed) {
      throw new IllegalStateException("An invariant is violated");
    }
    return confirmed;
  }

  /** Newest first, down to the beginning of the run. */
  private List<JsonNode> appointments() {
    List<JsonNode> found = new ArrayList<>();
    @Nullable String cursor = "";
    while (cursor != null) {
      var page = clinic.get("/api/v1/appointments?limit=100&cursor=" + cursor);
      var ofThisRun =
          page.path("items")
              .valueStream()
              .takeWhile(it -> !requestedAt(it).isBefore(begun))
              .toList();
      found.addAll(ofThisRun);
      cursor = ofThisRun.size() < 100 ? null : page.path("nextCursor").asString(null);
    }
    return found;
  }

  private static Instant requestedAt(JsonNode appointment) {
    return Instant.parse(appointment.path("requestedAt").asString());
  }

  private void awaitNoOpenSaga() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!clinic.get("/api/v1/admin/sagas?limit=1").path("items").isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Sagas are open after " + PATIENCE);
      }
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private long taken() {
    return clinic
        .get("/api/v1/sandbox/ledger?limit=1")
        .path("totals")
        .valueStream()
        .filter(total -> total.path("currency").asString().equals("EUR"))
        .mapToLong(total -> total.path("netMinor").asLong())
        .sum();
  }
}
