package org.carelane.appointments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestTokens;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The saga over real HTTP, Kafka and database; payment and notification are played by the test. */
@AppointmentServiceIsRunning
class BookingsTest {

  private static final String APPOINTMENTS = "/api/v1/appointments";

  private static final Duration HOLD = Duration.ofMinutes(2);
  private static final Duration CONFIRMATION = Duration.ofHours(24);

  @LocalServerPort private int port;
  @Autowired private TravellingClock clock;
  private Clinic clinic;
  private String patient;
  private String slot;

  @BeforeEach
  void openTheClinic() {
    clinic = Clinic.openTomorrow(port);
    patient = Ids.next();
    slot = clinic.freeSlots().getFirst();
  }

  @AfterEach
  void returnToThePresent() {
    clock.returnHome();
  }

  @Test
  void paidAndDeliveredIsConfirmed() {
    var saga = Saga.begin(clinic, patient, slot);
    assertThat(saga.seen().text("status")).isEqualTo("PENDING");
    assertThat(clinic.freeSlots()).doesNotContain(slot);
    saga.confirmed().told("AppointmentConfirmed");
    assertThat(saga.steps())
        .containsExactly("HOLD_SLOT DONE", "TAKE_PAYMENT DONE", "BOOK_SLOT DONE", "CONFIRM DONE");
    assertThat(clinic.freeSlots()).doesNotContain(slot);
  }

  @Test
  void declinedIsCancelledAndTheSlotIsFreeAgain() {
    var saga = Saga.begin(clinic, patient, slot).asked("TakePayment");
    saga.paymentSays("PaymentFailed", "DECLINED").is("CANCELLED").told("AppointmentCancelled");
    assertThat(saga.seen().text("cancellationReason")).isEqualTo("PAYMENT_DECLINED");
    assertThat(clinic.freeSlots()).contains(slot);
    assertThat(saga.timesAsked("RefundPayment")).isZero();
  }

  @Test
  void undeliverableIsRefundedAndReleased() {
    var saga = Saga.begin(clinic, patient, slot).asked("TakePayment");
    saga.paymentSays("PaymentCaptured").asked("SendConfirmation");
    saga.notificationSays("ConfirmationUndeliverable", "REJECTED");
    saga.asked("RefundPayment").is("CANCELLING");
    assertThat(clinic.freeSlots()).contains(slot);
    saga.paymentSays("PaymentRefunded").is("CANCELLED");
    assertThat(saga.seen().text("cancellationReason")).isEqualTo("CONFIRMATION_UNDELIVERABLE");
  }

  @Test
  void aConfirmationThatMayHaveArrivedIsTakenBack() {
    var saga = Saga.begin(clinic, patient, slot).asked("TakePayment");
    saga.paymentSays("PaymentCaptured").asked("SendConfirmation");
    saga.notificationSays("ConfirmationUndeliverable", "UNREACHABLE");
    saga.asked("SendCancellation").asked("RefundPayment");
    saga.paymentSays("PaymentRefunded").is("CANCELLED");
    assertThat(saga.seen().text("cancellationReason")).isEqualTo("CONFIRMATION_TIMED_OUT");
  }

  @Test
  void cancelledBeforeThePaymentIsSettledTheSlotIsFreeAtOnce() {
    var saga = Saga.begin(clinic, patient, slot).asked("TakePayment").cancelledByPatient();
    assertThat(clinic.freeSlots()).contains(slot);
    var another = Saga.begin(clinic, Ids.next(), slot).confirmed();
    saga.asked("RefundPayment").paymentSays("PaymentRefunded").is("CANCELLED");
    another.is("CONFIRMED");
    assertThat(clinic.freeSlots()).doesNotContain(slot);
  }

  @Test
  void whatIsNotConfirmedWhenItBeginsIsUndone() {
    var beforeHoldsAndConfirmationsEnd = Duration.ofSeconds(90);
    var start = Clinic.TOMORROW.atTime(9, 0).atZone(Clinic.ZONE).toInstant();
    clock.travel(Duration.between(clock.instant(), start).minus(beforeHoldsAndConfirmationsEnd));
    var unpaid = Saga.begin(clinic, patient, slot).asked("TakePayment");
    var another = Clinic.openTomorrow(port);
    var unannounced = Saga.begin(another, Ids.next(), another.freeSlots().getFirst());
    unannounced.asked("TakePayment").paymentSays("PaymentCaptured").asked("SendConfirmation");

    clock.travel(beforeHoldsAndConfirmationsEnd);
    for (var saga : List.of(unpaid, unannounced)) {
      saga.asked("RefundPayment").paymentSays("PaymentRefunded").is("CANCELLED");
    }
    assertThat(unannounced.seen().text("cancellationReason")).isEqualTo("CONFIRMATION_TIMED_OUT");
  }

  @Test
  void aPaymentThatTakesTooLongIsTakenBackHoweverItEnded() {
    var saga = Saga.begin(clinic, patient, slot).asked("TakePayment");
    clock.travel(HOLD);
    saga.asked("RefundPayment").paymentSays("PaymentCaptured").paymentSays("PaymentRefunded");
    saga.is("CANCELLED");
    assertThat(saga.seen().text("cancellationReason")).isEqualTo("PAYMENT_TIMED_OUT");
    assertThat(clinic.freeSlots()).contains(slot);
  }

  @Test
  void aConfirmationWithoutAnswerIsUndone() {
    var saga = Saga.begin(clinic, patient, slot).asked("TakePayment");
    saga.paymentSays("PaymentCaptured").asked("SendConfirmation");
    clock.travel(CONFIRMATION);
    saga.asked("SendCancellation")
        .asked("RefundPayment")
        .paymentSays("PaymentRefunded")
        .is("CANCELLED");
    assertThat(saga.seen().text("cancellationReason")).isEqualTo("CONFIRMATION_TIMED_OUT");
  }

  @Test
  void lapsedHoldGoesToSomeoneElseAndTheLateMoneyBack() {
    var late = Saga.begin(clinic, patient, slot).asked("TakePayment");
    clock.travel(HOLD);
    late.asked("RefundPayment");
    var other = Saga.begin(clinic, Ids.next(), slot);
    late.paymentSays("PaymentCaptured");
    other.confirmed();
    late.paymentSays("PaymentRefunded").is("CANCELLED");
    assertThat(other.seen().text("status")).isEqualTo("CONFIRMED");
    assertThat(clinic.freeSlots()).doesNotContain(slot);
  }

  @Test
  void cancelledByThePatientIsRefundedAndTheSlotBookableAtOnce() {
    var saga = Saga.begin(clinic, patient, slot).confirmed().cancelledByPatient();
    assertThat(clinic.freeSlots()).contains(slot);
    var next = Saga.begin(clinic, Ids.next(), slot);
    saga.asked("SendCancellation").asked("RefundPayment").cancelledByPatient();
    saga.paymentSays("PaymentRefunded").is("CANCELLED").told("AppointmentCancelled");
    assertThat(saga.seen().text("cancellationReason")).isEqualTo("CANCELLED_BY_PATIENT");
    saga.cancelledByPatient();
    assertThat(next.confirmed().seen().text("slotId")).isEqualTo(slot);
  }

  @Test
  void doctorCancelsOwnAppointmentsAndStrangersNone() {
    var saga = Saga.begin(clinic, patient, slot).confirmed();
    var path = saga.path() + "/cancel";
    assertThat(clinic.asPatient(Ids.next()).post(path).refused()).isEqualTo("404 not-found");
    assertThat(clinic.api().as(TestTokens.doctor(Ids.next())).post(path).refused())
        .isEqualTo("404 not-found");
    assertThat(saga.seen().text("status")).isEqualTo("CONFIRMED");
    assertThat(clinic.asDoctor().post(path).text("cancellationReason"))
        .isEqualTo("CANCELLED_BY_DOCTOR");
  }

  @Test
  void duplicatesAndLateAnswersChangeNothing() {
    var saga = Saga.begin(clinic, patient, slot);
    saga.notificationSays("ConfirmationDelivered").asked("TakePayment");
    saga.paymentSays("PaymentCaptured").paymentSays("PaymentCaptured").asked("SendConfirmation");
    saga.notificationSays("ConfirmationDelivered").is("CONFIRMED");
    saga.paymentSays("PaymentFailed", "DECLINED")
        .paymentSays("PaymentRefunded")
        .notificationSays("ConfirmationUndeliverable")
        .notificationSays("ConfirmationDelivered")
        .answersAreRead();
    assertThat(saga.seen().text("status")).isEqualTo("CONFIRMED");
    assertThat(saga.steps()).hasSize(4);
  }

  @Test
  void whilePaymentsWaitTooLongNewBookingsAreRefusedBeforeAnythingIsHeld() {
    var free = clinic.freeSlots().getLast();
    var keyed = clinic.asPatient(patient).withKey(Ids.next());
    var id = keyed.post(APPOINTMENTS, Clinic.wish(slot)).text("id");
    var slow = new Saga(clinic, patient, slot, id).asked("TakePayment");
    clock.travel(HOLD.dividedBy(2));
    slow.paymentSays("PaymentCaptured").asked("SendConfirmation");

    var refused = clinic.book(Ids.next(), free);
    assertThat(refused.refused()).isEqualTo("503 service-unavailable");
    assertThat(refused.header("Retry-After")).isEqualTo("2");
    assertThat(clinic.freeSlots()).contains(free);
    assertThat(keyed.post(APPOINTMENTS, Clinic.wish(slot)).text("id")).isEqualTo(id);

    clock.travel(Duration.ofSeconds(6));
    Saga.begin(clinic, Ids.next(), free).asked("TakePayment");
  }

  @Test
  void aPaymentMayNeedThePatient() {
    var saga = Saga.begin(clinic, patient, slot).asked("TakePayment");
    saga.paymentSays("PaymentRequiresAction");
    await().untilAsserted(() -> assertThat(saga.steps()).contains("TAKE_PAYMENT ACTION_REQUIRED"));
    saga.confirmed();
  }

  @Test
  void refundsAreAskedForUntilTheySucceedAndStuckOnesAreShown() {
    var saga = Saga.begin(clinic, patient, slot).confirmed().cancelledByPatient();
    saga.asked("RefundPayment").paymentSays("RefundFailed");
    var admin = Clinic.admin(clinic.api());
    await()
        .untilAsserted(
            () ->
                assertThat(
                        admin
                            .get("/api/v1/admin/sagas?state=STUCK&limit=100")
                            .each("appointmentId"))
                    .contains(saga.id()));
    saga.asked(3, "RefundPayment");
    saga.paymentSays("PaymentRefunded").is("CANCELLED");
    assertThat(admin.get("/api/v1/admin/sagas").each("appointmentId")).doesNotContain(saga.id());
    assertThat(clinic.asPatient(patient).get("/api/v1/admin/sagas").refused())
        .isEqualTo("403 forbidden");
  }

  @Test
  void theSameRequestTwiceIsOneBookingWithOneReply() throws Exception {
    var keyed = clinic.asPatient(patient).withKey(Ids.next());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var twins =
          IntStream.range(0, 10)
              .mapToObj(_ -> threads.submit(() -> keyed.post(APPOINTMENTS, Clinic.wish(slot))))
              .toList();
      var raw = twins.getFirst().get().text("id");
      for (var twin : twins) {
        assertThat(twin.get().status()).as(twin.get().raw()).isEqualTo(202);
        assertThat(twin.get().text("id")).isEqualTo(raw);
      }
      var saga = new Saga(clinic, patient, slot, raw).confirmed();
      var late = keyed.post(APPOINTMENTS, Clinic.wish(slot));
      assertThat(late.status()).isEqualTo(202);
      assertThat(late.header("Location")).isEqualTo(saga.path());
      assertThat(late.text("status")).isEqualTo("PENDING");
      assertThat(saga.timesAsked("TakePayment")).isEqualTo(1);
    }
    var other = clinic.freeSlots().getFirst();
    assertThat(keyed.post(APPOINTMENTS, Clinic.wish(other)).refused())
        .isEqualTo("422 idempotency-key-reused");
    assertThat(clinic.freeSlots()).contains(other);
  }

  @Test
  void oneOfAHundredGetsTheSlot() throws Exception {
    var replies = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 100)
              .mapToObj(_ -> threads.submit(() -> clinic.book(Ids.next(), slot).refused()))
              .toList();
      for (var reply : all) {
        replies.add(reply.get());
      }
    }
    assertThat(replies).filteredOn("202 "::equals).hasSize(1);
    assertThat(replies).filteredOn("409 slot-taken"::equals).hasSize(99);
  }

  @Test
  void bookingsOfDifferentSlotsOfADayNeverRefuseEachOther() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          clinic.freeSlots().stream()
              .map(it -> threads.submit(() -> Saga.begin(clinic, Ids.next(), it)))
              .toList();
      for (var saga : all) {
        saga.get();
      }
    }
    assertThat(clinic.freeSlots()).isEmpty();
  }

  @Test
  void slotsThatHaveBegunAreNeitherBookedNorShownNorCancelled() {
    var saga = Saga.begin(clinic, patient, slot).confirmed();
    var next = clinic.freeSlots().getFirst();
    clock.travel(Duration.ofDays(2));
    assertThat(clinic.book(patient, next).refused()).isEqualTo("422 slot-in-past");
    assertThat(clinic.freeSlots()).isEmpty();
    assertThat(clinic.asPatient(patient).post(saga.path() + "/cancel").refused())
        .isEqualTo("409 appointment-started");
    assertThat(saga.seen().text("status")).isEqualTo("CONFIRMED");
  }

  @Test
  void everyoneSeesTheirOwn() {
    var mine = Saga.begin(clinic, patient, slot).confirmed();
    var others = Saga.begin(clinic, Ids.next(), clinic.freeSlots().getFirst());
    assertThat(clinic.asPatient(patient).get(APPOINTMENTS).each("id")).containsExactly(mine.id());
    assertThat(clinic.asDoctor().get(APPOINTMENTS).each("id"))
        .containsExactly(others.id(), mine.id());
    assertThat(clinic.asDoctor().get(APPOINTMENTS + "?status=CONFIRMED").each("id"))
        .containsExactly(mine.id());
    var page = clinic.asDoctor().get(APPOINTMENTS + "?limit=1");
    assertThat(
            clinic.asDoctor().get(APPOINTMENTS + "?limit=1&cursor=" + page.nextCursor()).each("id"))
        .containsExactly(mine.id());
    assertThat(Clinic.admin(clinic.api()).get(APPOINTMENTS + "?limit=100").each("id"))
        .contains(mine.id(), others.id());
    assertThat(clinic.asPatient(patient).get(others.path()).refused()).isEqualTo("404 not-found");
    assertThat(clinic.asPatient(Ids.next()).get(APPOINTMENTS).body().path("items").isEmpty())
        .isTrue();
  }

  @Test
  void withoutAKeyNothingIsBooked() {
    assertThat(clinic.asPatient(patient).post(APPOINTMENTS, Clinic.wish(slot)).refused())
        .isEqualTo("400 idempotency-key-required");
    assertThat(clinic.freeSlots()).contains(slot);
    var operation =
        clinic.api().get("/v3/api-docs").body().at("/paths/~1api~1v1~1appointments/post");
    assertThat(operation.path("parameters").get(0).path("name").asString())
        .isEqualTo("Idempotency-Key");
    assertThat(operation.path("parameters").get(0).path("required").asBoolean()).isTrue();
  }

  @Test
  void anotherFeeThanWasShownIsRefusedWithTheNewOne() {
    var keyed = clinic.asPatient(patient).withKey(Ids.next());
    var refused = keyed.post(APPOINTMENTS, wishAt(8_000, "EUR"));
    assertThat(refused.refused()).isEqualTo("409 fee-changed");
    assertThat(refused.body().path("fee").path("amountMinor").asLong()).isEqualTo(8_500);
    assertThat(refused.body().path("fee").path("currency").asString()).isEqualTo("EUR");
    assertThat(keyed.post(APPOINTMENTS, wishAt(8_500, "USD")).refused())
        .isEqualTo("409 fee-changed");
    assertThat(keyed.post(APPOINTMENTS, wishAt(-1, "EUR")).refused())
        .isEqualTo("400 invalid-request");
    assertThat(clinic.freeSlots()).contains(slot);

    var booked = keyed.post(APPOINTMENTS, wishAt(8_500, "EUR"));
    assertThat(booked.status()).as(booked.raw()).isEqualTo(202);
    assertThat(keyed.post(APPOINTMENTS, Clinic.wish(slot)).text("id"))
        .as("the shown fee is no part of the request")
        .isEqualTo(booked.text("id"));
  }

  private Map<String, Object> wishAt(int amountMinor, String currency) {
    Map<String, Object> wish = new HashMap<>(Clinic.wish(slot));
    wish.put("fee", Map.of("amountMinor", amountMinor, "currency", currency));
    return wish;
  }

  @Test
  void aPatientHoldsThreeUnpaidSlotsAtMost() {
    var slots = clinic.freeSlots();
    var first = Saga.begin(clinic, patient, slots.get(0)).asked("TakePayment");
    var second = Saga.begin(clinic, patient, slots.get(1));
    Saga.begin(clinic, patient, slots.get(2));

    assertThat(clinic.book(patient, slots.get(3)).refused()).isEqualTo("409 too-many-holds");
    assertThat(clinic.freeSlots()).contains(slots.get(3));
    Saga.begin(clinic, Ids.next(), slots.get(4));

    first.paymentSays("PaymentCaptured").asked("SendConfirmation");
    var fourth = Saga.begin(clinic, patient, slots.get(3));
    assertThat(clinic.book(patient, slots.get(5)).refused()).isEqualTo("409 too-many-holds");
    second.cancelledByPatient();
    Saga.begin(clinic, patient, slots.get(5));
    assertThat(fourth.seen().text("status")).isEqualTo("PENDING");
  }

  @Test
  void onePatientIsNotInTwoPlacesAtOnce() {
    var another = Clinic.openTomorrow(port);
    var saga = Saga.begin(clinic, patient, slot);
    assertThat(another.book(patient, another.freeSlots().getFirst()).refused())
        .isEqualTo("409 appointments-overlap");
    assertThat(another.freeSlots()).hasSize(16);
    Saga.begin(another, patient, another.freeSlots().get(1));
    Saga.begin(another, Ids.next(), another.freeSlots().getFirst());

    var third = Clinic.openTomorrow(port);
    saga.confirmed();
    assertThat(third.book(patient, third.freeSlots().getFirst()).refused())
        .isEqualTo("409 appointments-overlap");
    saga.cancelledByPatient();
    Saga.begin(third, patient, third.freeSlots().getFirst());
  }

  @Test
  void ofTwoThatOverlapAndComeAtOnceOneIsBooked() throws Exception {
    var clinics = List.of(clinic, Clinic.openTomorrow(port), Clinic.openTomorrow(port));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        var somebody = Ids.next();
        int number = i;
        var all =
            clinics.stream()
                .map(
                    it ->
                        threads.submit(
                            () -> it.book(somebody, slotsOfTheDay(it).get(number)).refused()))
                .toList();
        var replies = new ArrayList<String>();
        for (var one : all) {
          replies.add(one.get());
        }
        assertThat(replies)
            .containsExactlyInAnyOrder(
                "202 ", "409 appointments-overlap", "409 appointments-overlap");
      }
    }
    for (int i = 0; i < 10; i++) {
      int number = i;
      assertThat(clinics)
          .as("who is refused holds nothing")
          .filteredOn(it -> !it.freeSlots().contains(slotsOfTheDay(it).get(number)))
          .hasSize(1);
    }
  }

  private static List<String> slotsOfTheDay(Clinic clinic) {
    return IntStream.range(0, 16)
        .mapToObj(
            i ->
                "%s_%s_%02d%02d".formatted(clinic.doctor(), Clinic.TOMORROW, 9 + i / 2, i % 2 * 30))
        .toList();
  }

  @Test
  void badRequestsChangeNothing() {
    var api = clinic.asPatient(patient).withKey(Ids.next());
    var past = clinic.doctor() + "_" + Clinic.TOMORROW.minusDays(30) + "_0900";
    assertThat(api.post(APPOINTMENTS, Clinic.wish(past)).refused()).isEqualTo("404 not-found");
    assertThat(api.post(APPOINTMENTS, Clinic.wish("nonsense")).refused())
        .isEqualTo("404 not-found");
    assertThat(api.post(APPOINTMENTS, Clinic.wish(slot + "0")).refused())
        .isEqualTo("404 not-found");
    for (var json :
        List.of(
            "{",
            "[]",
            "null",
            "{}",
            "{\"slotId\":{\"$ne\":null},\"mode\":\"VIDEO\",\"paymentMethod\":\"card_ok\"}",
            "{\"slotId\":\"" + slot + "\",\"mode\":\"BY_POST\",\"paymentMethod\":\"card_ok\"}",
            "{\"slotId\":\"" + slot + "\",\"mode\":\"VIDEO\",\"paymentMethod\":\"$where\"}")) {
      assertThat(api.send("POST", APPOINTMENTS, json).status()).as(json).isEqualTo(400);
    }
    assertThat(api.with("Content-Type", "text/plain").send("POST", APPOINTMENTS, "x").status())
        .isEqualTo(415);
    assertThat(api.with("Idempotency-Key", "a b").post(APPOINTMENTS, Clinic.wish(slot)).refused())
        .isEqualTo("400 invalid-request");
    assertThat(clinic.api().post(APPOINTMENTS, Clinic.wish(slot)).refused())
        .isEqualTo("401 unauthenticated");
    assertThat(forged().post(APPOINTMENTS, Clinic.wish(slot)).status()).isEqualTo(401);
    assertThat(
            clinic.asDoctor().withKey(Ids.next()).post(APPOINTMENTS, Clinic.wish(slot)).refused())
        .isEqualTo("403 forbidden");
    assertThat(api.get(APPOINTMENTS + "?cursor=Zm9v").refused()).isEqualTo("400 invalid-request");
    var endOfTime =
        Base64.getUrlEncoder().encodeToString("+1000000000-12-31T23:59:59Z x".getBytes(UTF_8));
    assertThat(api.get(APPOINTMENTS + "?cursor=" + endOfTime).refused())
        .isEqualTo("400 invalid-request");
    assertThat(api.get(APPOINTMENTS + "?status=LOST").refused()).isEqualTo("400 invalid-request");
    assertThat(api.post(APPOINTMENTS + "/" + Ids.next() + "/cancel", Map.of()).refused())
        .isEqualTo("404 not-found");
    assertThat(clinic.freeSlots()).contains(slot);
  }

  private Api forged() {
    return clinic.api().as(TestTokens.forged(patient));
  }

  @Test
  void anUnknownPaymentMethodIsRefusedByName() {
    var wish = new HashMap<>(Clinic.wish(slot));
    wish.put("paymentMethod", "card_stolen");
    var refused = clinic.asPatient(patient).withKey(Ids.next()).post(APPOINTMENTS, wish);
    assertThat(refused.refused()).isEqualTo("400 invalid-request");
    assertThat(refused.each("errors", "field")).containsExactly("paymentMethod");
    assertThat(clinic.freeSlots()).contains(slot);
  }
}
