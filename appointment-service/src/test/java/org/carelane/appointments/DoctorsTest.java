package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AppointmentServiceIsRunning
class DoctorsTest {

  private static final String DOCTORS = "/api/v1/doctors";

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void speakHttp() {
    api = Api.at(port);
  }

  @Test
  void adminCreatesADoctorWhomAnyoneSees() {
    var clinic = Clinic.closed(port);
    var seen = api.get(DOCTORS + "/" + clinic.doctor());
    assertThat(seen.text("name")).isEqualTo("Dr. Lena Brandt");
    assertThat(seen.body().at("/fee/amountMinor").asInt()).isEqualTo(8500);
    assertThat(seen.body().at("/fee/currency").asString()).isEqualTo("EUR");
    assertThat(seen.text("zone")).isEqualTo("Europe/Berlin");
    assertThat(api.get("/api/v1/specializations").raw()).contains("Dermatology");
  }

  @Test
  void anAccountHasOneProfile() {
    var clinic = Clinic.closed(port);
    var again = Clinic.admin(api).post(DOCTORS, Clinic.aDoctor(clinic.doctor()));
    assertThat(again.refused()).isEqualTo("409 doctor-exists");
  }

  @Test
  void theSameKeyCreatesADoctorOnce() {
    var doctor = new HashMap<>(Clinic.aDoctor("unused"));
    doctor.remove("accountId");
    var keyed = Clinic.admin(api).withKey(Ids.next());
    var first = keyed.post(DOCTORS, doctor);
    assertThat(first.status()).isEqualTo(201);
    assertThat(keyed.post(DOCTORS, doctor).raw()).isEqualTo(first.raw());
    var path = DOCTORS + "/" + first.text("id");
    assertThat(Clinic.admin(api).patch(path, Map.of("location", "Bonn")).status()).isEqualTo(200);
    var again = keyed.post(DOCTORS, doctor);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    doctor.put("name", "Another");
    assertThat(keyed.post(DOCTORS, doctor).refused()).isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void listsByNamePageByPage() {
    var tag = Ids.next();
    for (int i = 0; i < 5; i++) {
      var doctor = new HashMap<>(Clinic.aDoctor(Ids.next()));
      doctor.put("name", "Dr. " + (char) ('E' - i));
      doctor.put("specialization", tag);
      Clinic.created(api, doctor);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page = api.get(DOCTORS + "?limit=2&specialization=" + tag + "&cursor=" + cursor);
      seen.addAll(page.each("name"));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(seen).containsExactly("Dr. A", "Dr. B", "Dr. C", "Dr. D", "Dr. E");
    assertThat(api.get(DOCTORS + "?q=dr.%20c&specialization=" + tag).each("name"))
        .containsExactly("Dr. C");
    assertThat(api.get(DOCTORS + "?q=.*&specialization=" + tag).each("name")).isEmpty();
  }

  @Test
  void doctorChangesTheOwnProfileAndNoOther() {
    var clinic = Clinic.closed(port);
    var path = DOCTORS + "/" + clinic.doctor();
    var changed = clinic.asDoctor().patch(path, Map.of("fee", fee(9900, "JPY")));
    assertThat(changed.body().at("/fee/amountMinor").asInt()).isEqualTo(9900);
    assertThat(changed.text("name")).isEqualTo("Dr. Lena Brandt");
    var other = api.as(TestTokens.doctor(Ids.next()));
    assertThat(other.patch(path, Map.of("name", "X")).refused()).isEqualTo("403 forbidden");
    for (var bad : List.of(1, Map.of("amountMinor", 1), fee(1, "HRK"), fee(0, "EUR"))) {
      assertThat(clinic.asDoctor().patch(path, Map.of("fee", bad)).status()).isEqualTo(400);
    }
    assertThat(clinic.asDoctor().patch(path, Map.of("name", " ")).refused())
        .isEqualTo("400 invalid-request");
  }

  @Test
  void doctorFindsTheOwnProfile() {
    var clinic = Clinic.closed(port);
    var own = clinic.asDoctor().get(DOCTORS + "/me");
    assertThat(own.raw()).isEqualTo(api.get(DOCTORS + "/" + clinic.doctor()).raw());
    assertThat(clinic.asDoctor().with("If-None-Match", own.header("ETag")).get(DOCTORS + "/me"))
        .extracting(Reply::status)
        .isEqualTo(304);
    assertThat(api.as(TestTokens.doctor(Ids.next())).get(DOCTORS + "/me").refused())
        .isEqualTo("404 not-found");
    assertThat(Clinic.admin(api).get(DOCTORS + "/me").refused()).isEqualTo("403 forbidden");
    assertThat(api.get(DOCTORS + "/me").refused()).isEqualTo("401 unauthenticated");
  }

  /** Each character of a name is looked at a few times, not as often as there are characters. */
  @Test
  void aNameAsLongAsABodyMayBeIsRefusedAsFastAsAnother() {
    var name = "a".repeat(900_000) + "\u0001";
    var admin = Clinic.admin(api);
    assertThat(admin.post(DOCTORS, Map.of("name", name)).refused())
        .isEqualTo("400 invalid-request");
  }

  private static Object fee(Object amountMinor, String currency) {
    return Map.of("amountMinor", amountMinor, "currency", currency);
  }

  @Test
  void badDoctorsAreRefused() {
    var admin = Clinic.admin(api);
    for (var bad :
        List.of(
            Map.entry("fee", (Object) 4999),
            Map.entry("fee", fee(-1, "EUR")),
            Map.entry("fee", fee(49.99, "EUR")),
            Map.entry("fee", fee("4999", "EUR")),
            Map.entry("fee", fee(1, "QQQ")),
            Map.entry("fee", fee(1, "XXX")),
            Map.entry("fee", fee(1, "XAU")),
            Map.entry("fee", fee(1, "DEM")),
            Map.entry("fee", fee(1, "eur")),
            Map.entry("zone", (Object) "Mars/Olympus"),
            Map.entry("zone", (Object) "Etc/GMT+5"),
            Map.entry("zone", (Object) "EST"),
            Map.entry("name", (Object) ""),
            Map.entry("languages", (Object) List.of("not a language")),
            Map.entry("languages", (Object) List.of("de" + "-x".repeat(100_000))),
            Map.entry("accountId", (Object) Map.of("$gt", "")))) {
      var doctor = new HashMap<>(Clinic.aDoctor(Ids.next()));
      doctor.put(bad.getKey(), bad.getValue());
      assertThat(admin.post(DOCTORS, doctor).status()).as(bad.getKey()).isEqualTo(400);
    }
    var doctor = Clinic.aDoctor(Ids.next());
    assertThat(api.post(DOCTORS, doctor).refused()).isEqualTo("401 unauthenticated");
    assertThat(api.as(TestTokens.patient("p")).post(DOCTORS, doctor).refused())
        .isEqualTo("403 forbidden");
    assertThat(api.get(DOCTORS + "/" + Ids.next()).refused()).isEqualTo("404 not-found");
    assertThat(api.get(DOCTORS + "?cursor=Zm9v").refused()).isEqualTo("400 invalid-request");
    assertThat(api.get(DOCTORS + "?q=%00").refused()).isEqualTo("400 invalid-request");
    assertThat(api.get(DOCTORS + "?q=%FF").refused()).isEqualTo("400 invalid-request");
    assertThat(api.get(DOCTORS + "?limit=0").refused()).isEqualTo("400 invalid-request");
  }
}
