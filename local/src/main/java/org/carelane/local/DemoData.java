package org.carelane.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carelane.local.PublicApi.Answer;

/**
 * A doctor and a patient who can sign in, three doctors with free slots in the next two weeks;
 * created through the public API, like any other data.
 */
final class DemoData {

  private record Profile(
      String name,
      String specialization,
      int fee,
      String zone,
      List<String> languages,
      String location,
      String about) {}

  private static final List<Profile> DOCTORS =
      List.of(
          new Profile(
              "Dr. Ada Lindqvist",
              "Cardiology",
              12_000,
              "Europe/Berlin",
              List.of("en", "de", "sv"),
              "Berlin",
              "Heart and circulation, from the first murmur to aftercare."),
          new Profile(
              "Dr. Ravi Menon",
              "Dermatology",
              9_000,
              "Europe/London",
              List.of("en", "hi"),
              "London",
              "Skin, hair and nails of children and adults."),
          new Profile(
              "Dr. Inés Calderón",
              "General practice",
              6_000,
              "Europe/Madrid",
              List.of("es", "en"),
              "Madrid",
              "Family doctor; also by video."));

  private final URI gateway;
  private final DemoAccounts.Account admin;
  private final Path unfinished;

  DemoData(URI gateway, DemoAccounts.Account admin, Home home) {
    this.gateway = gateway;
    this.admin = admin;
    this.unfinished = home.data().resolve("demo-data-unfinished");
  }

  /** Also completes an interrupted load: every step can be repeated. Returns whether it loaded. */
  boolean loadIfEmpty() {
    try (var api = new PublicApi(gateway)) {
      if (!isEmpty(api) && !Files.exists(unfinished)) {
        return false;
      }
      Files.writeString(unfinished, "");
      load(api);
      Files.delete(unfinished);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEmpty(PublicApi api) {
    var doctors = api.get("/doctors?limit=1", null).orFail("looking for doctors");
    return doctors.body().path("items").isEmpty();
  }

  private void load(PublicApi api) {
    var token = api.login(admin);
    if (token == null) {
      throw new FleetException("cannot sign in as " + admin.email() + " to load the demo data");
    }
    var doctorAccount = createDoctorAccount(api, token);
    for (int i = 0; i < DOCTORS.size(); i++) {
      var doctor = DOCTORS.get(i);
      var profile = profile(doctor);
      if (i == 0) {
        profile.put("accountId", doctorAccount);
      }
      var created =
          api.post("/doctors", token, "demo-doctor-" + i, profile)
              .orFail("creating " + doctor.name());
      createSlots(api, token, created.body().path("id").asString());
    }
    registerPatient(api);
  }

  private static String createDoctorAccount(PublicApi api, String token) {
    var account = new HashMap<String, Object>(credentials(DemoAccounts.DOCTOR));
    account.put("name", DOCTORS.getFirst().name());
    account.put("roles", List.of("DOCTOR"));
    var created = api.post("/admin/accounts", token, null, account);
    if (isThere(created)) {
      var own = api.login(DemoAccounts.DOCTOR);
      return api.get("/auth/me", own).orFail("signing in as a doctor").body().path("id").asString();
    }
    return created.orFail("creating a doctor's account").body().path("id").asString();
  }

  private static void registerPatient(PublicApi api) {
    var patient = new HashMap<String, Object>(credentials(DemoAccounts.PATIENT));
    patient.put("name", "Sam Patient");
    var registered = api.post("/auth/register", null, null, patient);
    if (!isThere(registered)) {
      registered.orFail("registering a patient");
    }
  }

  private static void createSlots(PublicApi api, String token, String doctorId) {
    var tomorrow = LocalDate.now().plusDays(1);
    var hours =
        Map.of(
            "dateFrom",
            tomorrow.toString(),
            "dateTo",
            tomorrow.plusDays(13).toString(),
            "startTime",
            "09:00",
            "endTime",
            "17:00",
            "durationMinutes",
            30,
            "excludeWeekends",
            true);
    api.post("/doctors/" + doctorId + "/slots/bulk", token, null, hours).orFail("creating slots");
  }

  private static Map<String, Object> profile(Profile doctor) {
    var profile = new HashMap<String, Object>();
    profile.put("name", doctor.name());
    profile.put("specialization", doctor.specialization());
    profile.put("fee", Map.of("amountMinor", doctor.fee(), "currency", "EUR"));
    profile.put("zone", doctor.zone());
    profile.put("languages", doctor.languages());
    profile.put("location", doctor.location());
    profile.put("about", doctor.about());
    return profile;
  }

  private static Map<String, String> credentials(DemoAccounts.Account account) {
    return Map.of("email", account.email(), "password", account.password());
  }

  private static boolean isThere(Answer answer) {
    return answer.status() == 409;
  }
}
