package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a request, the answer says so and nothing has changed. */
class BadInputTest {

  private static final String APPOINTMENTS = Booking.APPOINTMENTS;

  private final Clinic clinic = Clinic.open();
  private final Api patient = People.patient().api();
  private final String slot = clinic.freeSlots().getFirst();

  @Test
  void bodiesThatMakeNoSense() {
    for (var json :
        List.of(
            "{",
            "[]",
            "null",
            "{}",
            "\"text\"",
            "{\"slotId\":{\"$ne\":null},\"mode\":\"VIDEO\",\"paymentMethod\":\"card_ok\"}",
            "{\"slotId\":\"" + slot + "\",\"mode\":\"BY_POST\",\"paymentMethod\":\"card_ok\"}",
            "{\"slotId\":\"" + slot + "\",\"mode\":\"VIDEO\",\"paymentMethod\":{\"$gt\":\"\"}}",
            "{\"slotId\":\"" + slot + "\",\"mode\":\"VIDEO\",\"paymentMethod\":\"$where\"}")) {
      assertProblem(patient.send("POST", APPOINTMENTS, json), 400);
    }
    for (var json :
        List.of("{\"email\":{\"$gt\":\"\"},\"password\":{\"$gt\":\"\"}}", "{", "{}")) {
      assertProblem(RunningFleet.api().send("POST", "/api/v1/auth/login", json), 400);
    }
    assertNothingChanged();
  }

  @Test
  void wrongKindsOfRequests() {
    assertProblem(
        patient.with("Content-Type", "text/plain").send("POST", APPOINTMENTS, "hello"), 415);
    assertProblem(
        patient.with("Content-Type", "application/xml").send("POST", APPOINTMENTS, "<a/>"), 415);
    assertProblem(patient.send("DELETE", APPOINTMENTS, null), 405);
    assertProblem(patient.get("/api/v1/nothing/here"), 404);
    assertProblem(patient.get("/api/v1/appointments?limit=1000"), 400);
    assertProblem(patient.get("/api/v1/appointments?cursor=%00"), 400);
    assertNothingChanged();
  }

  @Test
  void bodiesThatAreTooLarge() {
    var reply =
        patient.send(
            "POST", APPOINTMENTS, "{\"reason\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}");
    assertProblem(reply, 413);
    assertProblem(
        patient.post(
            APPOINTMENTS,
            Map.of(
                "slotId", slot,
                "mode", "VIDEO",
                "paymentMethod", "card_ok",
                "reason", "x".repeat(10_000))),
        400);
    assertNothingChanged();
  }

  @Test
  void thingsThatAreNotThereOrNotYours() {
    var unknown = clinic.doctor().id() + "_" + Clinic.tomorrow().plusDays(300) + "_0900";
    var past = clinic.doctor().id() + "_" + Clinic.tomorrow().minusDays(300) + "_0900";
    for (var id : List.of(unknown, past, "nonsense", UUID.randomUUID().toString())) {
      assertProblem(patient.post(APPOINTMENTS, Booking.wish(id, "card_ok")), 404);
    }
    var others = Booking.of(People.patient(), clinic.freeSlots().getLast(), "card_ok");
    others.awaitStatus("CONFIRMED");
    var missing = UUID.randomUUID().toString();
    for (var id : List.of(others.id(), missing)) {
      assertProblem(patient.get(APPOINTMENTS + "/" + id), 404);
      assertProblem(patient.post(APPOINTMENTS + "/" + id + "/cancel"), 404);
      assertProblem(patient.get("/api/v1/payments/" + id), 404);
      assertProblem(patient.post("/api/v1/payments/" + id + "/confirm"), 404);
      assertProblem(patient.post("/api/v1/notifications/" + id + "/read"), 404);
      assertProblem(patient.get("/api/v1/conversations/" + id + "/messages"), 404);
    }
    assertProblem(patient.get("/api/v1/doctors/" + missing), 404);
    assertProblem(patient.get("/api/v1/admin/sagas"), 403);
    assertProblem(patient.get("/api/v1/sandbox/ledger"), 403);
    assertThat(others.status()).isEqualTo("CONFIRMED");
    assertNothingChanged();
  }

  @Test
  void tokensThatAreNone() {
    var wish = Booking.wish(slot, "card_ok");
    var anyone = RunningFleet.api();
    assertProblem(anyone.post(APPOINTMENTS, wish), 401);
    for (var token :
        List.of(
            "nonsense",
            TestTokens.patient("stranger"),
            TestTokens.expired("stranger"),
            TestTokens.forged("stranger"),
            TestTokens.unsigned("stranger"))) {
      assertProblem(anyone.as(token).post(APPOINTMENTS, wish), 401);
      assertProblem(anyone.as(token).get("/api/v1/admin/sagas"), 401);
    }
    assertNothingChanged();
  }

  private void assertNothingChanged() {
    assertThat(clinic.freeSlots()).contains(slot);
    assertThat(patient.get(APPOINTMENTS).each("id")).isEmpty();
  }

  private static void assertProblem(Reply reply, int status) {
    assertThat(reply.status()).as(reply.raw()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.text("type")).startsWith("urn:carelane:problem:");
    assertThat(reply.raw())
        .doesNotContain("Exception", "org.springframework", "org.carelane", "\tat ");
  }
}
