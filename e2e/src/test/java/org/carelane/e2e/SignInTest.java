package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.carelane.local.Fleet;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Guessing passwords, changing tokens, and what a restart of auth-service ends or keeps. */
@Isolated
class SignInTest {

  private static final String ME = "/api/v1/auth/me";

  @Test
  void whoKeepsGuessingHasToWaitWhetherTheAccountExistsOrNot() {
    var known = People.anEmail("example.org");
    People.register(known);
    for (var email : List.of(known, People.anEmail("example.org"))) {
      var slowed = guessUntilSlowed(email);
      assertThat(slowed.refused()).isEqualTo("429 too-many-attempts");
      assertThat(Integer.parseInt(slowed.header("Retry-After"))).isPositive();
    }
    assertThat(People.login(known, People.PASSWORD).status()).isEqualTo(429);
    assertThat(People.patient().api().get(ME).status()).isEqualTo(200);
  }

  /** A slow machine may take so long to look at a password that the first waits are over. */
  private static Reply guessUntilSlowed(String email) {
    for (int i = 1; ; i++) {
      var reply = People.login(email, "guess " + i);
      if (reply.status() != 401 || i > 3 * RunningFleet.FREE_ATTEMPTS) {
        assertThat(i).isGreaterThan(RunningFleet.FREE_ATTEMPTS);
        return reply;
      }
    }
  }

  @Test
  void aChangedTokenIsRefusedByGatewayAndServiceAlike() {
    var token = token(People.patient().api()).split("\\.");
    var claims = new String(Base64.getUrlDecoder().decode(token[1]));
    assertThat(claims).contains("PATIENT");
    var promoted = claims.replace("PATIENT", "ADMIN");
    var forged =
        token[0]
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(promoted.getBytes())
            + "."
            + token[2];
    for (var door : List.of(RunningFleet.api(), RunningFleet.service("appointment-service"))) {
      assertThat(door.as(forged).get("/api/v1/admin/sagas").refused())
          .isEqualTo("401 unauthenticated");
    }
  }

  @Test
  void signInsOutliveAuthServiceAndAccessTokensEnd() {
    var email = People.anEmail("example.org");
    People.register(email);
    var signedIn = People.login(email, People.PASSWORD);
    var before = RunningFleet.api().as(signedIn.text("accessToken"));
    var keys = keyIds();
    var brief =
        RunningFleet.with("auth-service", Map.of("CARELANE_AUTH_TOKENS_ACCESSTOKENLIVES", "10s"));

    brief.kill("auth-service");
    assertThat(before.get(Booking.APPOINTMENTS).status()).isEqualTo(200);
    assertThat(People.login(email, People.PASSWORD).refused()).isEqualTo("503 service-unavailable");
    start(brief, before);
    assertThat(keyIds()).isNotEmpty().isEqualTo(keys);

    var after = RunningFleet.api().as(refreshed(signedIn).text("accessToken"));
    assertThat(after.get(Booking.APPOINTMENTS).status()).isEqualTo(200);
    await("its end")
        .atMost(Booking.PATIENCE)
        .until(() -> after.get(Booking.APPOINTMENTS).refused().equals("401 unauthenticated"));

    brief.kill("auth-service");
    start(RunningFleet.fleet(), before);
  }

  private static void start(Fleet fleet, Api someone) {
    fleet.start("auth-service");
    await("auth-service to be back")
        .atMost(Booking.PATIENCE)
        .until(() -> someone.get(ME).status() == 200);
  }

  private static Reply refreshed(Reply tokens) {
    var reply =
        RunningFleet.api()
            .post("/api/v1/auth/refresh", Map.of("refreshToken", tokens.text("refreshToken")));
    assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
    return reply;
  }

  private static List<String> keyIds() {
    return RunningFleet.api()
        .get("/.well-known/jwks.json")
        .body()
        .path("keys")
        .valueStream()
        .map(key -> key.path("kid").asString())
        .toList();
  }

  private static String token(Api api) {
    return api.headers().get("Authorization").replace("Bearer ", "");
  }
}
