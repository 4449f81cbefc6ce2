package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.TestTokens;

/** A doctor no other test knows, with slots from 9 to 17 tomorrow. */
public record Clinic(Api api, String doctor) {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** For all tests the same, should midnight come in between. */
  static final LocalDate TOMORROW = LocalDate.now(ZONE).plusDays(1);

  public static Clinic openTomorrow(int port) {
    var clinic = closed(port);
    assertThat(clinic.open(TOMORROW, TOMORROW, "09:00", "17:00", 30).status()).isEqualTo(200);
    return clinic;
  }

  static Clinic closed(int port) {
    var api = Api.at(port);
    var doctor = Ids.next();
    var created = created(api, aDoctor(doctor));
    assertThat(created.status()).as(created.raw()).isEqualTo(201);
    return new Clinic(api, doctor);
  }

  /** Creates a doctor whose account auth-service has announced. */
  static Reply created(Api api, Map<String, Object> doctor) {
    var accountId = (String) doctor.get("accountId");
    DoctorsAccount.registered(accountId, Instant.now());
    return await()
        .until(
            () -> admin(api).post("/api/v1/doctors", doctor),
            it -> !it.problem().equals("not-a-doctors-account"));
  }

  static Api admin(Api api) {
    return api.as(TestTokens.admin("admin"));
  }

  static Map<String, Object> aDoctor(String accountId) {
    return Map.of(
        "accountId",
        accountId,
        "name",
        "Dr. Lena Brandt",
        "specialization",
        "Dermatology",
        "fee",
        Map.of("amountMinor", 8500, "currency", "EUR"),
        "zone",
        ZONE.getId(),
        "languages",
        List.of("de", "en-GB"),
        "location",
        "Berlin",
        "about",
        "Skin and allergies");
  }

  Reply open(LocalDate from, LocalDate to, String start, String end, int minutes) {
    return asDoctor()
        .post(
            slots() + "/bulk",
            Map.of(
                "dateFrom",
                from.toString(),
                "dateTo",
                to.toString(),
                "startTime",
                start,
                "endTime",
                end,
                "durationMinutes",
                minutes,
                "excludeWeekends",
                false));
  }

  public String slots() {
    return "/api/v1/doctors/" + doctor + "/slots";
  }

  public List<String> freeSlots() {
    return api.get(slots() + "?from=" + TOMORROW + "&to=" + TOMORROW).each("id");
  }

  Api asDoctor() {
    return api.as(TestTokens.doctor(doctor));
  }

  public Api asPatient(String accountId) {
    return api.as(TestTokens.patient(accountId));
  }

  public Reply book(String accountId, String slotId) {
    return asPatient(accountId).withKey(Ids.next()).post("/api/v1/appointments", wish(slotId));
  }

  public static Map<String, Object> wish(String slotId) {
    return Map.of("slotId", slotId, "mode", "VIDEO", "paymentMethod", "card_ok");
  }
}
