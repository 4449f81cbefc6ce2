package org.carelane.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carelane.e2e.People.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something dies in the middle of many sagas and comes back. */
@Isolated
class FaultsTest {

  private static final String EVERYTHING =
      "mongodb,kafka,mail,discovery,auth-service,"
          + "appointment-service,payment-service,notification-service,chat-service,gateway";
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "appointment-service",
        "payment-service",
        "notification-service",
        "kafka",
        "mongodb",
        EVERYTHING
      })
  void everySagaEndsAndEveryCentIsAccountedFor(String victims) throws Exception {
    var fleet = RunningFleet.fleet();
    var clinic = Clinic.open(3, 30);
    var patient = People.patient();
    var slots = new ConcurrentLinkedQueue<>(clinic.freeSlots());
    var begun = new CountDownLatch(BOOKINGS / 2);
    List<Booking> bookings = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(12)) {
      List<Future<Booking>> all = new ArrayList<>();
      for (int i = 0; i < BOOKINGS; i++) {
        var method = METHODS.get(i % METHODS.size());
        all.add(threads.submit(() -> insist(patient, slots.remove(), method, begun)));
      }
      assertThat(begun.await(200, SECONDS)).as("half of the bookings begun").isTrue();
      for (var victim : victims.split(",")) {
        fleet.kill(victim);
        assertThat(fleet.isRunning(victim)).isFalse();
      }
      fleet.up();
      for (var one : all) {
        bookings.add(one.get());
      }
    }
    bookings.forEach(Booking::awaitEnd);
    awaitNoOpenSaga();
    Ledger.assertSettled(bookings);

    var free = new HashSet<>(clinic.freeSlots());
    for (var booking : bookings) {
      assertThat(free.contains(booking.slot()))
          .as("slot of " + booking.seen().raw())
          .isEqualTo(!booking.isConfirmed());
    }
    if (victims.equals("notification-service")) {
      assertThat(bookings).as("mails wait for their sender").anyMatch(Booking::isConfirmed);
    }
    // What came late after a kill may have closed the door for a moment.
    var slot = clinic.freeSlots().getFirst();
    var last = Booking.requestUntilAdmitted(patient, slot).text("id");
    new Booking(patient, slot, last).awaitStatus("CONFIRMED");
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
