package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carelane.testservers.Api.Reply;
import org.junit.jupiter.api.Test;

class AccountsTest {

  @Test
  void whoRegistersIsAPatient() {
    var email = People.anEmail("example.org");
    var body = Map.of("email", email, "password", People.PASSWORD, "name", "Eve");
    var wish = new HashMap<String, Object>(body);
    wish.put("roles", List.of("ADMIN"));
    var api = RunningFleet.api();
    assertThat(api.post("/api/v1/auth/register", wish).refused()).isEqualTo("400 invalid-request");
    var registered = api.post("/api/v1/auth/register", body);
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.body().path("roles").toString()).isEqualTo("[\"PATIENT\"]");
  }

  @Test
  void refreshTokensRotateAndAReusedOneRevokesItsFamily() {
    var email = People.anEmail("example.org");
    People.register(email);
    var first = People.login(email, People.PASSWORD).text("refreshToken");
    var second = refresh(first).text("refreshToken");
    assertThat(second).isNotEqualTo(first);
    assertThat(status(refresh(second).text("refreshToken"))).isEqualTo(200);
    assertThat(thief(first).status()).isEqualTo(401);
    assertThat(status(second)).isEqualTo(401);
  }

  @Test
  void tabsOfOneBrowserThatRefreshTheSameTokenGetTheSameOne() {
    var email = People.anEmail("example.org");
    People.register(email);
    var first = People.login(email, People.PASSWORD).text("refreshToken");
    var second = refresh(first).text("refreshToken");
    assertThat(refresh(first).text("refreshToken")).isEqualTo(second);
    assertThat(status(second)).isEqualTo(200);
  }

  @Test
  void whoLoggedOutCannotRefresh() {
    var email = People.anEmail("example.org");
    People.register(email);
    var token = People.login(email, People.PASSWORD).text("refreshToken");
    var out = RunningFleet.api().post("/api/v1/auth/logout", Map.of("refreshToken", token));
    assertThat(out.status()).isEqualTo(204);
    assertThat(status(token)).isEqualTo(401);
  }

  @Test
  void unknownEMailAndWrongPasswordLookAlike() {
    var email = People.anEmail("example.org");
    People.register(email);
    var wrong = People.login(email, "not the password");
    var unknown = People.login(People.anEmail("example.org"), "not the password");
    assertThat(wrong.refused()).isEqualTo("401 invalid-credentials");
    assertThat(unknown.raw()).isEqualTo(wrong.raw());
    var names = new HashSet<>(wrong.headers().map().keySet());
    assertThat(unknown.headers().map().keySet()).isEqualTo(names);
  }

  @Test
  void keysArePublishedWithTheirIds() {
    var keys = RunningFleet.api().get("/.well-known/jwks.json").body().path("keys");
    assertThat(keys.isEmpty()).isFalse();
    keys.forEach(
        key -> {
          assertThat(key.path("kid").asString()).isNotBlank();
          assertThat(key.has("d")).as("private").isFalse();
        });
  }

  @Test
  void onlyAdminsCreateDoctors() {
    var body =
        Map.of(
            "email",
            People.anEmail("example.org"),
            "password",
            People.PASSWORD,
            "name",
            "Dr. Eve",
            "roles",
            List.of("DOCTOR"));
    assertThat(People.patient().api().post("/api/v1/admin/accounts", body).refused())
        .isEqualTo("403 forbidden");
    assertThat(RunningFleet.api().post("/api/v1/admin/accounts", body).refused())
        .isEqualTo("401 unauthenticated");
  }

  @Test
  void anEMailIsRegisteredOnce() {
    var email = People.anEmail("example.org");
    assertThat(People.register(email).status()).isEqualTo(201);
    assertThat(People.register(email.toUpperCase(Locale.ROOT)).refused())
        .isEqualTo("409 email-taken");
    assertThat(People.register("no address " + UUID.randomUUID()).status()).isEqualTo(400);
  }

  private static Reply refresh(String token) {
    return RunningFleet.api().post("/api/v1/auth/refresh", Map.of("refreshToken", token));
  }

  /** Another browser: the same one may repeat a refresh for some seconds. */
  private static Reply thief(String token) {
    return RunningFleet.api()
        .with("User-Agent", "another browser")
        .post("/api/v1/auth/refresh", Map.of("refreshToken", token));
  }

  private static int status(String refreshToken) {
    return refresh(refreshToken).status();
  }
}
