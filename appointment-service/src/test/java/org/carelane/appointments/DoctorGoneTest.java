package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import org.carelane.appointments.schedule.SlotId;
import org.carelane.appointments.schedule.Slots;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A doctor whose account is disabled: not listed, not bookable, and back when it is enabled. */
@AppointmentServiceIsRunning
class DoctorGoneTest {

  private static final String APPOINTMENTS = "/api/v1/appointments";
  private static final String TO_BE_MOVED = APPOINTMENTS + "?limit=100&doctorDisabled=true";

  @LocalServerPort private int port;
  @Autowired private Slots slots;
  private final Instant hired = Instant.now().plusSeconds(60);
  private final String specialization = "Specialization " + Ids.next();
  private Clinic clinic;
  private Api admin;

  @BeforeEach
  void openTheClinic() {
    var api = Api.at(port);
    admin = Clinic.admin(api);
    var doctor = new HashMap<>(Clinic.aDoctor(Ids.next()));
    doctor.put("specialization", specialization);
    clinic = new Clinic(api, Clinic.created(api, doctor).text("id"));
    var day = Clinic.TOMORROW;
    assertThat(clinic.open(day, day, "09:00", "17:00", 30).status()).isEqualTo(200);
  }

  @Test
  void isNeitherListedNorBookableUntilEnabledAgain() {
    var before = clinic.freeSlots();
    assertThat(before).hasSize(16);
    assertThat(isListed()).isTrue();

    disabled(hired);
    assertThat(isListed()).isFalse();
    assertThat(clinic.api().get("/api/v1/specializations").raw()).doesNotContain(specialization);
    assertThat(clinic.freeSlots()).isEmpty();
    assertThat(book(before.getFirst()).refused()).isEqualTo("409 doctor-not-bookable");
    assertThat(profile().body().path("bookable").asBoolean()).isFalse();

    enabled(hired.plusSeconds(1));
    assertThat(isListed()).isTrue();
    assertThat(clinic.api().get("/api/v1/specializations").raw()).contains(specialization);
    assertThat(clinic.freeSlots()).isEqualTo(before);
    assertThat(book(before.getFirst()).status()).isEqualTo(202);
  }

  @Test
  void appointmentsThatExistAreShownToAdministratorsToBeMovedOrCancelled() {
    var free = clinic.freeSlots();
    var confirmed = Saga.begin(clinic, Ids.next(), free.get(0)).confirmed();
    var pending = Saga.begin(clinic, Ids.next(), free.get(1)).asked("TakePayment");
    var cancelled = Saga.begin(clinic, Ids.next(), free.get(2)).asked("TakePayment");
    cancelled.paymentSays("PaymentFailed", "DECLINED").is("CANCELLED");
    assertThat(toBeMoved("")).doesNotContain(confirmed.id(), pending.id());

    disabled(hired);
    assertThat(toBeMoved("")).contains(confirmed.id(), pending.id()).doesNotContain(cancelled.id());
    assertThat(toBeMoved("&status=CONFIRMED"))
        .contains(confirmed.id())
        .doesNotContain(pending.id());
    for (var other : List.of(clinic.asDoctor(), clinic.asPatient(confirmed.patient()))) {
      assertThat(other.get(TO_BE_MOVED).refused()).isEqualTo("403 forbidden");
    }

    pending.confirmed();
    assertThat(admin.post(confirmed.path() + "/cancel").status()).isEqualTo(202);
    assertThat(toBeMoved("")).contains(pending.id()).doesNotContain(confirmed.id());

    enabled(hired.plusSeconds(1));
    assertThat(toBeMoved("")).doesNotContain(pending.id());
  }

  @Test
  void oldAndRepeatedNewsChangeNothing() {
    disabled(hired.plusSeconds(2));
    enabled(hired.plusSeconds(1));
    DoctorsAccount.registered(clinic.doctor(), hired);
    awaitRead();
    assertThat(isListed()).isFalse();
    enabled(hired.plusSeconds(3));
    disabled(hired.plusSeconds(2));
    assertThat(isListed()).isTrue();
  }

  @Test
  void whatIsHeldBeforeStaysAndNothingCanBeHeldAfter() {
    var free = clinic.freeSlots();
    var earlier = SlotId.parse(free.get(0)).orElseThrow();
    var later = SlotId.parse(free.get(1)).orElseThrow();
    var until = Instant.now().plusSeconds(120);
    assertThat(slots.hold(earlier, "earlier", until)).isTrue();

    disabled(hired);
    assertThat(slots.hold(later, "later", until)).isFalse();
    assertThat(slots.hold(earlier, "earlier", until)).isFalse();
    assertThat(slots.book(earlier, "earlier")).as("an earlier request has it").isTrue();
  }

  @Test
  void whoBooksAtTheSameMomentIsEitherShownToAdministratorsOrRefused() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var booking =
          clinic.freeSlots().stream().map(slot -> threads.submit(() -> book(slot))).toList();
      disabled(hired);
      for (var it : booking) {
        var reply = it.get();
        if (reply.status() == 202) {
          assertThat(toBeMoved("")).contains(reply.text("id"));
        } else {
          assertThat(reply.refused()).isEqualTo("409 doctor-not-bookable");
        }
      }
    }
    assertThat(clinic.freeSlots()).isEmpty();
  }

  @Test
  void aProfileForADisabledAccountBeginsClosed() {
    var account = Ids.next();
    var doctor = new HashMap<>(Clinic.aDoctor(account));
    doctor.put("specialization", "Another " + specialization);
    DoctorsAccount.disabled(account, hired.plusSeconds(1));
    var created = Clinic.created(clinic.api(), doctor);
    assertThat(created.status()).isEqualTo(201);
    awaitRead(account);
    var list = "/api/v1/doctors?specialization=Another%20";
    assertThat(clinic.api().get(list + specialization.replace(" ", "%20")).each("id")).isEmpty();
  }

  private void disabled(Instant at) {
    DoctorsAccount.disabled(clinic.doctor(), at);
    awaitRead();
  }

  private void enabled(Instant at) {
    DoctorsAccount.enabled(clinic.doctor(), at);
    awaitRead();
  }

  private void awaitRead() {
    awaitRead(clinic.doctor());
  }

  /** Messages of a key stay in order: what was sent before has been handled. */
  private static void awaitRead(String account) {
    var marker = Ids.next();
    try (var parked = RecordedMessages.of("account.events.dlt")) {
      TestMessages.send("account.events", account, "AccountUpdated", "not JSON", marker);
      parked.await(message -> marker.equals(message.messageId()));
    }
  }

  private boolean isListed() {
    var path = "/api/v1/doctors?specialization=" + specialization.replace(" ", "%20");
    return clinic.api().get(path).each("id").contains(clinic.doctor());
  }

  private Reply profile() {
    return clinic.api().get("/api/v1/doctors/" + clinic.doctor());
  }

  private Reply book(String slot) {
    return clinic.asPatient(Ids.next()).withKey(Ids.next()).post(APPOINTMENTS, Clinic.wish(slot));
  }

  private List<String> toBeMoved(String more) {
    return admin.get(TO_BE_MOVED + more).each("id");
  }
}
