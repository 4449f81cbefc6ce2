package org.carelane.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Doctors, slots and patients for one run, made through the gateway as anyone would. */
final class Clinic {

  /** Minor units: what every appointment costs. */
  static final int FEE = 5_000;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SLOTS_PER_DOCTOR = 20 * 32;
  private static final String PASSWORD = "load " + UUID.randomUUID();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String specialization = "Load " + UUID.randomUUID();
  private final String admin = login(Settings.ADMIN_EMAIL, Settings.ADMIN_PASSWORD);
  private final List<String> doctors = new ArrayList<>();
  private final List<String> patients = new ArrayList<>();

  static Clinic open(int slots, int patients) {
    var clinic = new Clinic();
    for (int i = 0; i < Math.ceilDiv(slots, SLOTS_PER_DOCTOR); i++) {
      clinic.addDoctor(i);
    }
    clinic.addPatients(patients);
    return clinic;
  }

  List<String> doctors() {
    return List.copyOf(doctors);
  }

  /** Their access tokens. */
  List<String> patients() {
    return List.copyOf(patients);
  }

  /** Every free slot, doctors and days mixed as patients mix them. */
  List<String> freeSlots() {
    List<String> free = new ArrayList<>();
    var today = LocalDate.now(ZoneOffset.UTC);
    for (var doctor : doctors) {
      for (int week = 0; week < 5; week++) {
        var from = today.plusWeeks(week);
        var path = "/api/v1/doctors/" + doctor + "/slots?from=" + from + "&to=" + from.plusDays(6);
        get(path).path("items").forEach(slot -> free.add(slot.path("id").asString()));
      }
    }
    Collections.shuffle(free);
    return free;
  }

  JsonNode get(String path) {
    return send("GET", path, null, admin);
  }

  private void addDoctor(int number) {
    var doctor =
        post(
            "/api/v1/doctors",
            Map.of(
                "name",
                "Dr. Load " + number,
                "specialization",
                specialization,
                "fee",
                Map.of("amountMinor", FEE, "currency", "EUR"),
                "zone",
                "UTC",
                "location",
                "Berlin"),
            admin);
    var id = doctor.path("id").asString();
    var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    post(
        "/api/v1/doctors/" + id + "/slots/bulk",
        Map.of(
            "dateFrom",
            tomorrow.toString(),
            "dateTo",
            tomorrow.plusDays(19).toString(),
            "startTime",
            "09:00",
            "endTime",
            "17:00",
            "durationMinutes",
            15),
        admin);
    doctors.add(id);
  }

  private void addPatients(int count) {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var all =
          IntStream.range(0, count).mapToObj(_ -> threads.submit(this::registerPatient)).toList();
      for (var token : all) {
        patients.add(token.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String registerPatient() {
    var email = "load-" + UUID.randomUUID() + "@carelane.example";
    post(
        "/api/v1/auth/register",
        Map.of("email", email, "password", PASSWORD, "name", "Load Patient"),
        null);
    return login(email, PASSWORD);
  }

  private String login(String email, String password) {
    return post("/api/v1/auth/login", Map.of("email", email, "password", password), null)
        .path("accessToken")
        .asString();
  }

  private JsonNode post(String path, Map<String, Object> body, @Nullable String token) {
    return send("POST", path, JSON.writeValueAsString(body), token);
  }

  private JsonNode send(String method, String path, @Nullable String body, @Nullable String token) {
    var request =
        HttpRequest.newBuilder(URI.create(Settings.GATEWAY + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException("No fleet at " + Settings.GATEWAY, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
