package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same strictness in every service, seen from outside. */
class StrictEdgeTest {

  private static final List<String> LISTS =
      List.of(
          "/api/v1/auth/sessions",
          "/api/v1/doctors",
          "/api/v1/appointments",
          "/api/v1/payments",
          "/api/v1/notifications",
          "/api/v1/conversations");

  private static Api patient;
  private static final Api ANYONE = RunningFleet.api();

  @BeforeAll
  static void signIn() {
    patient = People.patient().api();
  }

  @Test
  void headAnswersLikeGetWithoutABody() {
    for (var path : LISTS) {
      var get = patient.get(path);
      var head = patient.send("HEAD", path, null);
      assertThat(head.status()).as(path).isEqualTo(200);
      assertThat(head.header("Content-Type")).as(path).isEqualTo(get.header("Content-Type"));
      assertThat(head.raw()).as(path).isEmpty();
    }
    assertThat(ANYONE.send("HEAD", "/api/v1/doctors", null).status()).isEqualTo(200);
    assertThat(patient.send("HEAD", "/api/v1/notifications/stream", null).header("Content-Type"))
        .startsWith("text/event-stream");
  }

  @Test
  void optionsNeedNoToken() {
    for (var path : LISTS) {
      var options = ANYONE.send("OPTIONS", path, null);
      assertThat(options.status()).as(path).isEqualTo(200);
      assertThat(options.header("Allow")).as(path).contains("GET", "HEAD", "OPTIONS");
    }
  }

  @Test
  void aSlashTooManyIsNowhereForEveryone() {
    for (var path : LISTS) {
      for (var caller : List.of(ANYONE, patient)) {
        assertThat(caller.get(path + "/").refused()).as(path).isEqualTo("404 not-found");
      }
    }
  }

  @Test
  void anUnknownParameterIsNamed() {
    for (var path : LISTS) {
      assertRefused(patient.get(path + "?limit=5&Limit=5"), "Limit");
      assertRefused(patient.get(path + "?limit=5&limit=5"), "limit");
      assertRefused(patient.get(path + "?limit=%D9%A5"), "limit");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x", "*/*", "json"})
  void aBodyIsJson(String type) {
    var typed = patient.with("Content-Type", type);
    for (var path :
        List.of("/api/v1/auth/login", "/api/v1/appointments", "/api/v1/auth/password/forgot")) {
      var reply = typed.withKey("k").send("POST", path, "{}");
      assertThat(reply.refused()).as(path).isEqualTo("415 unsupported-media-type");
    }
    assertThat(typed.get("/api/v1/doctors").status()).isEqualTo(200);
  }

  @Test
  void whoMayNotIsToldSoBeforeTheBodyIsRead() {
    var clinic = Clinic.open();
    for (var body : List.of("{", "{\"name\": 1}")) {
      for (var path :
          List.of("/api/v1/doctors", "/api/v1/admin/accounts", clinic.path() + "/slots/bulk")) {
        assertThat(patient.send("POST", path, body).refused()).as(path).isEqualTo("403 forbidden");
        assertThat(ANYONE.send("POST", path, body).refused())
            .as(path)
            .isEqualTo("401 unauthenticated");
      }
      var otherDoctor = Clinic.closed().doctor().api();
      assertThat(otherDoctor.send("PATCH", clinic.path(), body).refused())
          .isEqualTo("403 forbidden");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200b", "\u2800", "\u3164", " ", "a\nb", "a\u202eb", "\\ud83d"})
  void aNameHasSomethingToSeeAndNothingElse(String name) {
    var body =
        "{\"email\": \"%s\", \"password\": \"%s\", \"name\": \"%s\"}"
            .formatted(People.anEmail("example.org"), People.PASSWORD, name.replace("\n", "\\n"));
    assertRefused(ANYONE.send("POST", "/api/v1/auth/register", body), "name");
    assertRefused(
        patient.send(
            "PATCH", "/api/v1/auth/me", "{\"name\": \"" + name.replace("\n", "\\n") + "\"}"),
        "name");
  }

  @Test
  void aNameHasOneForm() {
    var person = People.patient().api();
    var changed = person.patch("/api/v1/auth/me", Map.of("name", "  Zoe\u0308   Ng "));
    assertThat(changed.text("name")).isEqualTo("Zo\u00eb Ng");
  }

  @Test
  void aProblemIsSaidWhateverTheClientAccepts() {
    for (var path : LISTS) {
      var reply = ANYONE.with("Accept", "image/png").get(path.replace("doctors", "sandbox/ledger"));
      assertThat(reply.status()).as(path).isBetween(401, 406);
      assertThat(reply.header("Content-Type")).as(path).isEqualTo("application/problem+json");
    }
  }

  private static void assertRefused(Reply reply, String field) {
    assertThat(reply.refused()).as(reply.raw()).isEqualTo("400 invalid-request");
    assertThat(reply.each("errors", "field")).as(reply.raw()).contains(field);
  }
}
