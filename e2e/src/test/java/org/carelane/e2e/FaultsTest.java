package org.carelane.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.carelane.e2e.People.Person;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Something dies in the middle of many sagas and comes back. */
@Isolated
class FaultsTest {

  private static final List<List<String>> VICTIMS =
      List.of(
          List.of("appointment-service"),
          List.of("payment-service"),
          List.of("notification-service"),
          List.of("kafka"),
          List.of("mongodb"),
          List.of(
              "mongodb",
              "kafka",
              "mail",
              "discovery",
              "auth-service",
              "appointment-service",
              "payment-service",
              "notification-service",
              "chat-service",
              "gateway"));

  private static final int BOOKINGS = 48;
  private static final List<String> METHODS =
      List.of(
          "card_ok",
          "card_declined",
          "card_ok",
          "card_unreachable",
          "card_ok",
          "card_slow",
          "card_ok",
          "card_requires_action");

  /**
   * The next dies while sagas of the round before still wait for their payment or for the end of
   * their hold, so most of them live through more than one death.
   */
  @TestFactory
  Stream<DynamicTest> everySagaEndsAndEveryCentIsAccountedFor() {
    var rounds = VICTIMS.stream().map(Round::new).toList();
    return Stream.concat(
        rounds.stream()
            .map(it -> dynamicTest(it.victims + " killed in the middle of sagas", it::bookAndKill)),
        rounds.stream().map(it -> dynamicTest("what became of them: " + it.victims, it::verify)));
  }

  private static final class Round {

    private final List<String> victims;
    private final Clinic clinic = Clinic.open(3, 30);
    private final Person patient = People.patient();
    private final List<Booking> bookings = new ArrayList<>();

    Round(List<String> victims) {
      this.victims = victims;
    }

    void bookAndKill() throws Exception {
      var fleet = RunningFleet.fleet();
      var slots = new ConcurrentLinkedQueue<>(clinic.freeSlots());
      var begun = new CountDownLatch(BOOKINGS / 2);
      try (var threads = Executors.newFixedThreadPool(12)) {
        List<Future<Booking>> all = new ArrayList<>();
        for (int i = 0; i < BOOKINGS; i++) {
          var method = METHODS.get(i % METHODS.size());
          all.add(threads.submit(() -> insist(patient, slots.remove(), method, begun)));
        }
        assertThat(begun.await(200, SECONDS)).as("half of the bookings begun").isTrue();
        for (var victim : victims) {
          fleet.kill(victim);
          assertThat(fleet.isRunning(victim)).isFalse();
        }
        fleet.up();
        for (var one : all) {
          bookings.add(one.get());
        }
      }
    }

    void verify() {
      assertThat(bookings).hasSize(BOOKINGS);
      bookings.forEach(Booking::awaitEnd);
      awaitNoOpenSaga();
      Ledger.assertSettled(bookings);

      var free = new HashSet<>(clinic.freeSlots());
      for (var booking : bookings) {
        assertThat(free.contains(booking.slot()))
            .as("slot of " + booking.seen().raw())
            .isEqualTo(!booking.isConfirmed());
      }
      if (victims.equals(List.of("notification-service"))) {
        assertThat(bookings).as("mails wait for their sender").anyMatch(Booking::isConfirmed);
      }
      // What came late after a kill may have closed the door for a moment.
      var slot = clinic.freeSlots().getFirst();
      var last = Booking.requestUntilAdmitted(patient, slot).text("id");
      new Booking(patient, slot, last).awaitStatus("CONFIRMED");
    }
  }

  /** Longer than all attempts to send one mail take in this fleet. */
  @Test
  void paidBookingsWaitForAMailServerThatIsAway() {
    var fleet = RunningFleet.fleet();
    var patient = People.patient();
    fleet.kill("mail");
    var bookings =
        Clinic.open().freeSlots().stream()
            .limit(6)
            .map(slot -> Booking.of(patient, slot, "card_ok"))
            .toList();
    await("a mail server found away")
        .atMost(Booking.PATIENCE)
        .until(() -> Metrics.sum("notification-service", "carelane_mail_away") == 1);
    bookings.forEach(booking -> booking.awaitStep("BOOK_SLOT DONE"));
    fleet.up();
    bookings.forEach(booking -> booking.awaitStatus("CONFIRMED"));
    Ledger.assertSettled(bookings);
  }

  /** A patient's app tries again with the same key until it has an answer. */
  private static Booking insist(Person patient, String slot, String method, CountDownLatch begun) {
    var keyed = patient.api().withKey(UUID.randomUUID().toString());
    var booking =
        await("a booking of " + slot)
            .atMost(Duration.ofSeconds(180))
            .pollInterval(Duration.ofMillis(500))
            .ignoreExceptions()
            .until(
                () -> keyed.post(Booking.APPOINTMENTS, Booking.wish(slot, method)),
                reply -> reply.status() == 202);
    begun.countDown();
    return new Booking(patient, slot, booking.text("id"));
  }

  private static void awaitNoOpenSaga() {
    await("no open saga")
        .atMost(Booking.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              var open = People.admin().api().get("/api/v1/admin/sagas");
              assertThat(open.status()).isEqualTo(200);
              assertThat(open.each("appointmentId")).isEmpty();
            });
  }
}
