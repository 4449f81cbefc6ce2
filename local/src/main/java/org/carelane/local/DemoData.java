package org.carelane.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carelane.local.PublicApi.Answer;

/**
 * A doctor and a patient who can sign in, doctors with free slots in the next three weeks, and what
 * the patient has booked; created through the public API, like any other data.
 */
final class DemoData {

  /** How many days have slots, from tomorrow on. */
  static final int DAYS = 21;

  /** The doctors whom the demo patient visits. */
  private static final int VISITED = 4;

  private static final int THREADS = 4;

  private final URI gateway;
  private final DemoAccounts.Account admin;
  private final Path unfinished;

  /** Someone signed in. */
  record DemoPerson(String id, String token) {}

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
    var doctor = doctor(api, token);
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<String>> doctors = new ArrayList<>();
      for (int i = 0; i < DemoDoctor.ALL.size(); i++) {
        int number = i;
        doctors.add(threads.submit(() -> createDoctor(api, token, number, doctor.id())));
      }
      var patient = patient(api);
      var visited = doctors.subList(0, VISITED).stream().map(DemoData::result).toList();
      new DemoVisits(api, patient, doctor, visited).load();
      doctors.forEach(DemoData::result);
    }
  }

  private static DemoPerson doctor(PublicApi api, String token) {
    var account = new HashMap<String, Object>(credentials(DemoAccounts.DOCTOR));
    account.put("name", DemoDoctor.ALL.getFirst().name());
    account.put("roles", List.of("DOCTOR"));
    failUnlessThere(api.post("/admin/accounts", token, null, account), "creating a doctor");
    return signIn(api, DemoAccounts.DOCTOR);
  }

  private static String patient(PublicApi api) {
    var account = new HashMap<String, Object>(credentials(DemoAccounts.PATIENT));
    account.put("name", "Sam Patient");
    failUnlessThere(api.post("/auth/register", null, null, account), "registering a patient");
    return signIn(api, DemoAccounts.PATIENT).token();
  }

  private static DemoPerson signIn(PublicApi api, DemoAccounts.Account account) {
    var token = api.login(account);
    if (token == null) {
      throw new FleetException("cannot sign in as " + account.email() + " to load the demo data");
    }
    var own = api.get("/auth/me", token).orFail("signing in as " + account.email());
    return new DemoPerson(own.body().path("id").asString(), token);
  }

  private static String createDoctor(PublicApi api, String token, int number, String accountId) {
    var doctor = DemoDoctor.ALL.get(number);
    var profile = doctor.profile();
    if (number == 0) {
      profile.put("accountId", accountId);
    }
    var created = api.post("/doctors", token, "demo-doctor-" + number, profile);
    var id = created.orFail("creating " + doctor.name()).body().path("id").asString();
    var tomorrow = LocalDate.now().plusDays(1);
    for (var slots : doctor.hours().between(tomorrow, tomorrow.plusDays(DAYS - 1))) {
      api.post("/doctors/" + id + "/slots/bulk", token, null, slots).orFail("creating slots");
    }
    return id;
  }

  private static String result(Future<String> created) {
    try {
      return created.get();
    } catch (ExecutionException e) {
      throw new FleetException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FleetException("interrupted", e);
    }
  }

  private static Map<String, String> credentials(DemoAccounts.Account account) {
    return Map.of("email", account.email(), "password", account.password());
  }

  /** An account that is there is answered 409. */
  private static void failUnlessThere(Answer answer, String what) {
    if (answer.status() != 409) {
      answer.orFail(what);
    }
  }
}
