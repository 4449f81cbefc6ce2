package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.carelane.contracttesting.Contract;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Which accounts doctors have, and profiles that get theirs later. */
@AppointmentServiceIsRunning
class DoctorAccountsTest {

  private static final String DOCTORS = "/api/v1/doctors";
  private static final RecordedMessages EVENTS = RecordedMessages.of("doctor.events");

  @LocalServerPort private int port;
  private Api api;
  private Api admin;
  private String account;

  @BeforeEach
  void speakHttp() {
    api = Api.at(port);
    admin = Clinic.admin(api);
    account = Ids.next();
  }

  @Test
  void anUnknownAccountIsRefusedUntilItIsAnnounced() {
    var refused = admin.post(DOCTORS, Clinic.aDoctor(account));
    assertThat(refused.refused()).isEqualTo("422 not-a-doctors-account");
    assertThat(refused.header("Retry-After")).isEqualTo("2");
    assertThat(api.get(DOCTORS + "/" + account).status()).isEqualTo(404);
    assertThat(Clinic.created(api, Clinic.aDoctor(account)).status()).isEqualTo(201);
  }

  @Test
  void anAccountOfAnotherRoleIsRefused() {
    DoctorsAccount.updated(account, Instant.now().plusSeconds(60), false, "PATIENT");
    DoctorsAccount.registered(account, Instant.now());
    assertThat(admin.post(DOCTORS, Clinic.aDoctor(account)).refused())
        .isEqualTo("422 not-a-doctors-account");
    assertThat(setAccount(withoutAccount(), account).refused())
        .isEqualTo("422 not-a-doctors-account");
  }

  @Test
  void aProfileGetsItsAccountOnce() {
    var profile = withoutAccount();
    var known = Clinic.closed(port).doctor();
    assertThat(setAccount(profile, known).refused()).isEqualTo("409 doctor-exists");
    assertThat(setAccount(profile, account).refused()).isEqualTo("422 not-a-doctors-account");
    announced();
    assertThat(api.as(TestTokens.doctor(account)).patch(DOCTORS + "/" + profile, wish()).refused())
        .isEqualTo("403 forbidden");

    var set = setAccount(profile, account);
    assertThat(set.status()).as(set.raw()).isEqualTo(200);
    assertThat(set.text("accountId")).isEqualTo(account);
    assertThat(setAccount(profile, account).status()).isEqualTo(200);
    assertThat(setAccount(profile, known).refused()).isEqualTo("409 doctor-has-account");
    assertThat(admin.post(DOCTORS, Clinic.aDoctor(account)).refused())
        .isEqualTo("409 doctor-exists");

    var event = EVENTS.await("DoctorAccountSet", profile);
    Contract.of("doctor.events", "DoctorAccountSet").assertValid(event.body());
    assertThat(event.body()).contains(account);
    assertThat(EVENTS.soFar(it -> profile.equals(it.key()))).hasSize(1);
  }

  @Test
  void theAccountActsAsTheDoctorFromThenOn() {
    var clinic = new Clinic(api, withoutAccount());
    var before = book(clinic, "09:00", "10:00");
    assertThat(confirmedAccount(before)).isEmpty();
    announced();
    assertThat(setAccount(clinic.doctor(), account).status()).isEqualTo(200);
    var doctor = api.as(TestTokens.doctor(account));
    assertThat(doctor.get(DOCTORS + "/me").text("id")).isEqualTo(clinic.doctor());

    var after = book(clinic, "10:00", "11:00");
    assertThat(confirmedAccount(after)).isEqualTo(account);
    assertThat(doctor.get("/api/v1/appointments").each("id"))
        .containsExactlyInAnyOrder(before.id(), after.id());
    assertThat(doctor.get(before.path()).status()).isEqualTo(200);
    assertThat(doctor.patch(DOCTORS + "/" + clinic.doctor(), Map.of("about", "Back")).status())
        .isEqualTo(200);
    assertThat(doctor.post(before.path() + "/cancel").text("cancellationReason"))
        .isEqualTo("CANCELLED_BY_DOCTOR");
  }

  @Test
  void disablingAnAccountThatWasSetLaterClosesTheDoctor() {
    var profile = withoutAccount();
    announced();
    assertThat(setAccount(profile, account).body().path("bookable").asBoolean()).isTrue();
    DoctorsAccount.disabled(account, Instant.now().plusSeconds(60));
    await().until(() -> !api.get(DOCTORS + "/" + profile).body().path("bookable").asBoolean());
  }

  private Saga book(Clinic clinic, String from, String to) {
    var day = Clinic.TOMORROW.toString();
    var hours =
        Map.of(
            "dateFrom",
            day,
            "dateTo",
            day,
            "startTime",
            from,
            "endTime",
            to,
            "durationMinutes",
            60);
    assertThat(admin.post(clinic.slots() + "/bulk", hours).status()).isEqualTo(200);
    return Saga.begin(clinic, Ids.next(), clinic.freeSlots().getFirst()).confirmed();
  }

  private static String confirmedAccount(Saga saga) {
    var json = JsonMapper.shared().readTree(saga.toldBody("AppointmentConfirmed"));
    return json.path("doctorAccountId").asString();
  }

  private String withoutAccount() {
    var doctor = new HashMap<>(Clinic.aDoctor("unused"));
    doctor.remove("accountId");
    return admin.post(DOCTORS, doctor).text("id");
  }

  /** Messages of a key stay in order: once the marker is parked, the account is known. */
  private void announced() {
    DoctorsAccount.registered(account, Instant.now());
    var marker = Ids.next();
    try (var parked = RecordedMessages.of("account.events.dlt")) {
      TestMessages.send("account.events", account, "AccountUpdated", "not JSON", marker);
      parked.await(message -> marker.equals(message.messageId()));
    }
  }

  private Map<String, String> wish() {
    return Map.of("accountId", account);
  }

  private Reply setAccount(String profile, String accountId) {
    return admin.patch(DOCTORS + "/" + profile, Map.of("accountId", accountId));
  }
}
