package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carelane.e2e.People.Person;
import org.junit.jupiter.api.Test;

/** How a booking ends, by what the payment and the mail do. */
class BookingTest {

  private final Clinic clinic = Clinic.open();
  private final Person patient = People.patient();
  private final String slot = clinic.freeSlots().getFirst();

  @Test
  void cardOkIsConfirmedPaidMailedNotedAndGetsAConversation() {
    var booking = Booking.of(patient, slot, "card_ok").awaitStatus("CONFIRMED");
    assertThat(booking.steps())
        .containsExactly("HOLD_SLOT DONE", "TAKE_PAYMENT DONE", "BOOK_SLOT DONE", "CONFIRM DONE");
    assertThat(Ledger.now().kept(booking)).isEqualTo(Clinic.FEE);
    assertThat(clinic.freeSlots()).doesNotContain(slot);
    Mails.await(patient.email(), "Dr. Lena Brandt");
    var payment = patient.api().get("/api/v1/payments?appointmentId=" + booking.id());
    assertThat(payment.each("status")).containsExactly("CAPTURED");
    for (var person : List.of(patient, clinic.doctor())) {
      awaitItems(person, "/api/v1/notifications", 1);
      awaitItems(person, "/api/v1/conversations", 1);
    }
  }

  @Test
  void inboxItemsAreReadOnce() {
    Booking.of(patient, slot, "card_ok").awaitStatus("CONFIRMED");
    awaitItems(patient, "/api/v1/notifications", 1);
    var item = patient.api().get("/api/v1/notifications").each("id").getFirst();
    var path = "/api/v1/notifications/" + item + "/read";
    assertThat(clinic.doctor().api().post(path).refused()).isEqualTo("404 not-found");
    assertThat(patient.api().post(path).status()).isLessThan(300);
    assertThat(patient.api().post(path).status()).isLessThan(300);
    assertThat(patient.api().get("/api/v1/notifications?unread=true").each("id")).isEmpty();
  }

  @Test
  void cardDeclinedIsCancelledAndFreesTheSlot() {
    var booking = Booking.of(patient, slot, "card_declined").awaitStatus("CANCELLED");
    assertThat(booking.reason()).isEqualTo("PAYMENT_DECLINED");
    assertThat(clinic.freeSlots()).contains(slot);
    assertThat(Ledger.now().captured(booking)).isZero();
  }

  @Test
  void cardSlowIsCapturedTooLateAndRefunded() {
    var booking = Booking.of(patient, slot, "card_slow").awaitStatus("CANCELLED");
    assertThat(booking.reason()).isEqualTo("PAYMENT_TIMED_OUT");
    assertThat(clinic.freeSlots()).contains(slot);
    var ledger = Ledger.now();
    assertThat(ledger.captured(booking)).isEqualTo(Clinic.FEE);
    assertThat(ledger.kept(booking)).isZero();
  }

  @Test
  void cardThatRequiresActionWaitsForThePatient() {
    var booking = Booking.of(patient, slot, "card_requires_action");
    booking.awaitStep("TAKE_PAYMENT ACTION_REQUIRED");
    var confirm = "/api/v1/payments/" + booking.id() + "/confirm";
    assertThat(People.patient().api().post(confirm).refused()).isEqualTo("404 not-found");
    assertThat(patient.api().post(confirm).status()).isEqualTo(202);
    assertThat(patient.api().post(confirm).status()).isIn(202, 409);
    booking.awaitStatus("CONFIRMED");
    assertThat(Ledger.now().kept(booking)).isEqualTo(Clinic.FEE);
  }

  @Test
  void actionNeverTakenLapses() {
    var booking = Booking.of(patient, slot, "card_requires_action").awaitStatus("CANCELLED");
    assertThat(booking.reason()).isEqualTo("PAYMENT_TIMED_OUT");
    assertThat(Ledger.now().captured(booking)).isZero();
    assertThat(clinic.freeSlots()).contains(slot);
  }

  @Test
  void unreachableProviderThatCapturedIsFoundOut() {
    var booking = Booking.of(patient, slot, "card_unreachable").awaitStatus("CONFIRMED");
    Ledger.assertSettled(List.of(booking));
    assertThat(Ledger.now().captured(booking)).isEqualTo(Clinic.FEE);
  }

  @Test
  void undeliverableConfirmationIsRefundedAndReleased() {
    var unreachable = People.patientAt("bounce.example");
    var booking = Booking.of(unreachable, slot, "card_ok").awaitStatus("CANCELLED");
    assertThat(booking.reason()).isEqualTo("CONFIRMATION_UNDELIVERABLE");
    assertThat(clinic.freeSlots()).contains(slot);
    var ledger = Ledger.now();
    assertThat(ledger.captured(booking)).isEqualTo(Clinic.FEE);
    assertThat(ledger.kept(booking)).isZero();
    awaitItems(unreachable, "/api/v1/notifications", 1);
  }

  @Test
  void mailboxBusyForTooLongIsNoConfirmation() {
    var busy = People.patientAt("busy.example");
    var booking = Booking.of(busy, slot, "card_ok").awaitStatus("CANCELLED");
    assertThat(booking.reason()).isEqualTo("CONFIRMATION_TIMED_OUT");
    Ledger.assertSettled(List.of(booking));
  }

  @Test
  void cancelledByThePatientIsRefundedMailedAndBookableAtOnce() {
    cancelled(patient, "CANCELLED_BY_PATIENT");
  }

  @Test
  void cancelledByTheDoctorIsRefundedMailedAndBookableAtOnce() {
    cancelled(clinic.doctor(), "CANCELLED_BY_DOCTOR");
  }

  private void cancelled(Person by, String reason) {
    var booking = Booking.of(patient, slot, "card_ok").awaitStatus("CONFIRMED");
    assertThat(booking.cancelledBy(People.patient()).refused()).isEqualTo("404 not-found");
    assertThat(booking.cancelledBy(by).status()).isEqualTo(202);
    var next = Booking.of(People.patient(), slot, "card_ok");
    assertThat(booking.cancelledBy(by).status()).isEqualTo(202);
    booking.awaitStatus("CANCELLED");
    assertThat(booking.reason()).isEqualTo(reason);
    next.awaitStatus("CONFIRMED");
    Ledger.assertSettled(List.of(booking, next));
    await().untilAsserted(() -> assertThat(Mails.subjectsTo(patient.email())).hasSize(2));
  }

  @Test
  void theSameRequestTwiceIsOneBooking() throws Exception {
    var keyed = patient.api().withKey(UUID.randomUUID().toString());
    var wish = Booking.wish(slot, "card_ok");
    String id;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var twins =
          IntStream.range(0, 8)
              .mapToObj(_ -> threads.submit(() -> keyed.post(Booking.APPOINTMENTS, wish)))
              .toList();
      id = twins.getFirst().get().text("id");
      for (var twin : twins) {
        assertThat(twin.get().status()).as(twin.get().raw()).isEqualTo(202);
        assertThat(twin.get().text("id")).isEqualTo(id);
      }
    }
    var booking = new Booking(patient, slot, id).awaitStatus("CONFIRMED");
    assertThat(keyed.post(Booking.APPOINTMENTS, wish).text("id")).isEqualTo(id);
    var other = Booking.wish(clinic.freeSlots().getFirst(), "card_ok");
    assertThat(keyed.post(Booking.APPOINTMENTS, other).refused())
        .isEqualTo("422 idempotency-key-reused");
    Ledger.assertSettled(List.of(booking));
  }

  private static void awaitItems(Person person, String path, int count) {
    await(path + " of " + person.email())
        .untilAsserted(() -> assertThat(person.api().get(path).each("id")).hasSize(count));
  }
}
