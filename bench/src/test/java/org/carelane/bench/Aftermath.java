package org.carelane.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What became of the bookings of a run. Looked at when no saga is open any more: every accepted
 * booking is confirmed, on a slot of its own, and exactly their fees were taken.
 */
final class Aftermath {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** By the clock of the service that decides. */
  record Confirmed(Instant requested, Instant ended) {

    long milliseconds() {
      return Duration.between(requested, ended).toMillis();
    }
  }

  private final Clinic clinic;
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

  /**
   * Waits until all has ended, and prints what it finds.
   *
   * @throws IllegalStateException when anything was lost, doubled or left behind
   */
  List<Confirmed> check() {
    awaitNoOpenSaga();
    var slots = new HashSet<String>();
    List<Confirmed> confirmed = new ArrayList<>();
    for (var id : accepted) {
      var appointment = clinic.get("/api/v1/appointments/" + id);
      if (appointment.path("status").asString().equals("CONFIRMED")) {
        slots.add(appointment.path("slotId").asString());
        var last = appointment.path("steps").valueStream().reduce((_, it) -> it).orElseThrow();
        confirmed.add(
            new Confirmed(
                Instant.parse(appointment.path("requestedAt").asString()),
                Instant.parse(last.path("at").asString())));
      }
    }
    var money = taken() - takenBefore;
    var owed = (long) confirmed.size() * Clinic.FEE;
    System.out.printf(
        "%n%,d accepted, %,d confirmed on %,d slots, %,d taken of %,d%n",
        accepted.size(), confirmed.size(), slots.size(), money, owed);
    if (confirmed.size() != accepted.size() || slots.size() != confirmed.size() || money != owed) {
      throw new IllegalStateException("An invariant is violated");
    }
    return confirmed;
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
