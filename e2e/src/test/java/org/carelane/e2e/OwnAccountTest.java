package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.Map;
import java.util.regex.Pattern;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.junit.jupiter.api.Test;

/** What people do with their own accounts, by what the mail server got for them. */
class OwnAccountTest {

  private static final String OTHER = "another horse altogether";
  private static final String SESSIONS = "/api/v1/auth/sessions";
  private static final Pattern LINK =
      Pattern.compile("(https?://\\S+)/(verify-email|reset-password)#token=(\\S+)");

  @Test
  void anAddressIsVerifiedAndAForgottenPasswordReset() {
    var email = People.anEmail("example.org");
    assertThat(People.register(email).status()).isEqualTo(201);
    var before = People.login(email, People.PASSWORD);
    assertThat(me(before).body().path("emailVerified").asBoolean(true)).isFalse();

    var verification = Mails.text(email, "Verify your e-mail address for Carelane");
    assertThat(verification).startsWith("Hello,").doesNotContain("Amina");
    assertThat(post("email/verify", Map.of("token", tokenIn(verification))).status())
        .isEqualTo(204);
    assertThat(me(before).body().path("emailVerified").asBoolean()).isTrue();

    assertThat(post("password/forgot", Map.of("email", email)).status()).isEqualTo(202);
    var reset = tokenIn(Mails.text(email, "Choose a new password for Carelane"));
    var body = Map.of("token", reset, "newPassword", OTHER);
    assertThat(post("password/reset", body).status()).isEqualTo(204);
    assertThat(post("password/reset", body).refused()).isEqualTo("422 token-invalid");

    var refresh = Map.of("refreshToken", before.text("refreshToken"));
    assertThat(post("refresh", refresh).refused()).isEqualTo("401 invalid-refresh-token");
    assertThat(me(before).refused()).isEqualTo("401 unauthenticated");
    assertThat(People.login(email, People.PASSWORD).refused()).isEqualTo("401 invalid-credentials");
    var after = People.login(email, OTHER);
    assertThat(as(after).get(SESSIONS).each("current")).containsExactly("true");
  }

  @Test
  void aBrowserKeepsItsRefreshTokenInACookie() {
    var email = People.anEmail("example.org");
    People.register(email);
    var login =
        post(
            "login",
            Map.of("email", email, "password", People.PASSWORD, "refreshTokenIn", "COOKIE"));
    assertThat(login.text("refreshToken")).isEmpty();
    assertThat(login.header("Set-Cookie"))
        .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/api/v1/auth/refresh");

    var refreshed = page(login).post("/api/v1/auth/refresh");
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(me(refreshed).status()).isEqualTo(200);
    assertThat(browser(refreshed).with("Sec-Fetch-Site", "cross-site").post("/api/v1/auth/refresh"))
        .extracting(Reply::refused)
        .isEqualTo("403 cross-site-request");
    var own = RunningFleet.fleet().gateway().toString().replaceAll("/$", "");
    var byOrigin = browser(refreshed).with("Origin", own).post("/api/v1/auth/refresh");
    assertThat(byOrigin.status()).isEqualTo(200);

    assertThat(page(byOrigin).send("DELETE", "/api/v1/auth/refresh", null).status()).isEqualTo(204);
    assertThat(page(byOrigin).post("/api/v1/auth/refresh").refused())
        .isEqualTo("401 invalid-refresh-token");
    assertThat(me(byOrigin).refused()).isEqualTo("401 unauthenticated");
  }

  private static Reply post(String path, Object body) {
    return RunningFleet.api().post("/api/v1/auth/" + path, body);
  }

  private static Reply me(Reply tokens) {
    return as(tokens).get("/api/v1/auth/me");
  }

  private static Api as(Reply tokens) {
    return RunningFleet.api().as(tokens.text("accessToken"));
  }

  private static Api browser(Reply before) {
    var cookie = HttpCookie.parse("Set-Cookie: " + before.header("Set-Cookie")).getFirst();
    return RunningFleet.api().with("Cookie", cookie.getName() + "=" + cookie.getValue());
  }

  private static Api page(Reply before) {
    return browser(before).with("Sec-Fetch-Site", "same-origin");
  }

  private static String tokenIn(String mail) {
    var link = LINK.matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    assertThat(link.group(1)).isEqualTo(RunningFleet.fleet().gateway().toString());
    return link.group(3);
  }
}
