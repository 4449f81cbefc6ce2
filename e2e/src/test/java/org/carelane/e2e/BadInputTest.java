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
  private final Api patient = People.patient().api().withKey("bad-input");
  private final String slot = clinic.freeSlots().getFirst();

  @Test
  void bodiesThatAreNotWhatTheyShouldBe() {
    for (var json : List.of("{", "[]", "null", "\"text\"")) {
      assertProblem(patient.send("POST", APPOINTMENTS, json), "400 malformed-json");
    }
    for (var json :
        List.of(
            "{\"slotId\":{\"$ne\":null},\"mode\":\"VIDEO\",\"paymentMethod\":\"card_ok\"}",
            "{\"slotId\":\"" + slot + "\",\"mode\":\"BY_POST\",\"paymentMethod\":\"card_ok\"}",
            "{\"slotId\":\"" + slot + "\",\"mode\":0,\"paymentMethod\":\"card_ok\"}",
            "{\"slotId\":\"" + slot + "\",\"mode\":\"VIDEO\",\"paymentMethod\":{\"$gt\":\"\"}}")) {
      assertProblem(patient.send("POST", APPOINTMENTS, json), "400 invalid-request");
    }
    var anyone = RunningFleet.api();
    assertProblem(anyone.send("POST", "/api/v1/auth/login", "{"), "400 malformed-json");
    assertProblem(
        anyone.send(
            "POST", "/api/v1/auth/login", "{\"email\":{\"$gt\":\"\"},\"password\":{\"$gt\":\"\"}}"),
        "400 invalid-request");
    assertNothingChanged();
  }

  @Test
  void valuesThatAreMissingOrNotAllowed() {
    for (var wish :
        List.of(
            Map.of(),
            Booking.wish("", "card_ok"),
            Booking.wish(slot, "$where"),
            Booking.wish(slot, "card ok"),
            Booking.wish("x".repeat(300), "card_ok"))) {
      assertProblem(patient.post(APPOINTMENTS, wish), "400 invalid-request");
    }
    for (var query : List.of("limit=1000", "limit=0", "limit=many", "cursor=%00", "status=$ne")) {
      assertProblem(patient.get(APPOINTMENTS + "?" + query), "400 invalid-request");
    }
    var longKey = "x".repeat(201);
    assertProblem(
        patient.withKey(longKey).post(APPOINTMENTS, Booking.wish(slot, "card_ok")),
        "400 invalid-request");
    assertProblem(RunningFleet.api().post("/api/v1/auth/login", Map.of()), "400 invalid-request");
    assertNothingChanged();
  }

  /** A value is never a query: what looks like an operator is looked for as it is written. */
  @Test
  void operatorsOfTheDatabaseInQueriesAndPaths() {
    for (var path :
        List.of(
            "/api/v1/doctors?specialization=%7B%22$gt%22:%22%22%7D",
            "/api/v1/payments?appointmentId=%7B%22$ne%22:null%7D")) {
      assertThat(patient.get(path).status()).as(path).isEqualTo(200);
    }
    assertProblem(patient.get("/api/v1/doctors?q%5B$ne%5D=x"), "400 invalid-request");
    assertThat(patient.get("/api/v1/doctors?specialization=%7B%22$gt%22:%22%22%7D").each("id"))
        .isEmpty();
    for (var thing : List.of("doctors/", "appointments/", "payments/", "conversations/")) {
      assertProblem(patient.get("/api/v1/" + thing + "%7B%22$gt%22:%22%22%7D"), "404 not-found");
    }
    assertNothingChanged();
  }

  @Test
  void wrongKindsOfRequests() {
    for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      assertProblem(
          patient.with("Content-Type", type).send("POST", APPOINTMENTS, "a=b"),
          "415 unsupported-media-type");
    }
    assertProblem(patient.send("DELETE", APPOINTMENTS, null), "405 method-not-allowed");
    assertProblem(patient.get("/api/v1/nothing/here"), "404 not-found");
    assertNothingChanged();
  }

  @Test
  void bodiesThatAreTooLarge() {
    var reply =
        patient.send("POST", APPOINTMENTS, "{\"reason\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}");
    assertProblem(reply, "413 content-too-large");
    assertProblem(
        patient.post(
            APPOINTMENTS,
            Map.of(
                "slotId",
                slot,
                "mode",
                "VIDEO",
                "paymentMethod",
                "card_ok",
                "reason",
                "x".repeat(10_000))),
        "400 invalid-request");
    assertNothingChanged();
  }

  @Test
  void thingsThatAreNotThereOrNotYours() {
    var unknown = clinic.doctor().id() + "_" + Clinic.TOMORROW.plusDays(300) + "_0900";
    var past = clinic.doctor().id() + "_" + Clinic.TOMORROW.minusDays(300) + "_0900";
    for (var id : List.of(unknown, past, "nonsense", UUID.randomUUID().toString())) {
      assertProblem(patient.post(APPOINTMENTS, Booking.wish(id, "card_ok")), "404 not-found");
    }
    var others = Booking.of(People.patient(), clinic.freeSlots().getLast(), "card_ok");
    others.awaitStatus("CONFIRMED");
    var missing = UUID.randomUUID().toString();
    for (var id : List.of(others.id(), missing)) {
      assertProblem(patient.get(APPOINTMENTS + "/" + id), "404 not-found");
      assertProblem(patient.post(APPOINTMENTS + "/" + id + "/cancel"), "404 not-found");
      assertProblem(patient.get("/api/v1/payments/" + id), "404 not-found");
      assertProblem(patient.post("/api/v1/payments/" + id + "/confirm"), "404 not-found");
      assertProblem(patient.post("/api/v1/notifications/" + id + "/read"), "404 not-found");
      assertProblem(patient.get("/api/v1/conversations/" + id + "/messages"), "404 not-found");
    }
    assertProblem(patient.get("/api/v1/doctors/" + missing), "404 not-found");
    assertProblem(patient.get("/api/v1/admin/sagas"), "403 forbidden");
    assertProblem(patient.get("/api/v1/sandbox/ledger"), "403 forbidden");
    assertThat(others.status()).isEqualTo("CONFIRMED");
    assertNothingChanged();
  }

  @Test
  void tokensThatAreNone() {
    var wish = Booking.wish(slot, "card_ok");
    var anyone = RunningFleet.api();
    assertProblem(anyone.post(APPOINTMENTS, wish), "401 unauthenticated");
    for (var token :
        List.of(
            "nonsense",
            TestTokens.patient("stranger"),
            TestTokens.expired("stranger"),
            TestTokens.forged("stranger"),
            TestTokens.unsigned("stranger"))) {
      assertProblem(anyone.as(token).post(APPOINTMENTS, wish), "401 unauthenticated");
      assertProblem(anyone.as(token).get("/api/v1/admin/sagas"), "401 unauthenticated");
    }
    assertNothingChanged();
  }

  private void assertNothingChanged() {
    assertThat(clinic.freeSlots()).contains(slot);
    assertThat(patient.get(APPOINTMENTS).each("id")).isEmpty();
  }

  private static void assertProblem(Reply reply, String refused) {
    assertThat(reply.refused()).as(reply.raw()).isEqualTo(refused);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.text("type")).startsWith("urn:carelane:problem:");
    assertThat(reply.body().path("status").asInt()).isEqualTo(reply.status());
    assertThat(reply.raw())
        .doesNotContain("Exception", "org.springframework", "org.carelane", "\tat ");
  }
}
