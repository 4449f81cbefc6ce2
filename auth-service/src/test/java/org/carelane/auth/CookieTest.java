package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.TestTokens;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page of ours does in a browser, and what pages of others cannot do there. */
@AuthServiceIsRunning
class CookieTest {

  private static final String REFRESH = "/api/v1/auth/refresh";
  private static final String NAME = "__Secure-carelane-refresh";

  @Autowired TravellingClock clock;
  @LocalServerPort int port;
  Client api;
  People person;

  @BeforeEach
  void register() {
    clock.stop();
    api = Client.at(port);
    person = People.registered(api);
  }

  @AfterEach
  void goOn() {
    clock.goOn();
  }

  @Test
  void signInPutsTheRefreshTokenIntoACookie() {
    var reply = signIn("COOKIE");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().propertyNames())
        .containsExactly("accessToken", "tokenType", "expiresIn");
    assertThat(reply.header("Set-Cookie").split("; "))
        .contains(
            "Path=/api/v1/auth/refresh", "Max-Age=1209600", "Secure", "HttpOnly", "SameSite=Strict")
        .noneMatch(it -> it.startsWith("Domain"));
    assertThat(cookie(reply).getName()).isEqualTo(NAME);
    assertThat(cookie(reply).getValue()).hasSize(66);
    assertThat(reply.header("Cache-Control")).contains("no-store");
    assertThat(api.as(reply.text("accessToken")).me().status()).isEqualTo(200);
  }

  @Test
  void otherClientsGetItInTheBody() {
    for (var reply : List.of(signIn("BODY"), person.signIn(api))) {
      assertThat(reply.text("refreshToken")).hasSize(66);
      assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
    }
    assertThat(signIn("ELSEWHERE").refused()).isEqualTo("400 invalid-request");
  }

  @Test
  void refreshRotatesTheCookie() {
    var first = signIn("COOKIE");
    var second = refresh(first);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body().propertyNames()).doesNotContain("refreshToken");
    assertThat(cookie(second).getValue()).isNotEqualTo(cookie(first).getValue());
    assertThat(second.header("Set-Cookie")).contains("HttpOnly", "Secure", "SameSite=Strict");
    assertThat(second.header("Cache-Control")).contains("no-store");
    assertThat(SessionsTest.sid(second)).isEqualTo(SessionsTest.sid(first));
    assertThat(refresh(second).status()).isEqualTo(200);

    clock.travel(Duration.ofSeconds(10));
    var theft = refresh(first);
    assertThat(theft.refused()).isEqualTo("401 invalid-refresh-token");
    assertThat(cookie(theft).getMaxAge()).isZero();
    assertThat(refresh(second).refused()).isEqualTo("401 invalid-refresh-token");
  }

  @Test
  void tabsThatRefreshAtOnceAllStaySignedIn() {
    var first = signIn("COOKIE");
    var replies = RegistrationTest.atOnce(6, () -> refresh(first));
    assertThat(replies).extracting(Reply::status).containsOnly(200);
    assertThat(replies)
        .extracting(it -> cookie(it).getValue())
        .containsOnly(cookie(replies.getFirst()).getValue());
    assertThat(refresh(replies.getLast()).status()).isEqualTo(200);
  }

  @Test
  void theCookieIsNotKeptLongerThanItsSession() {
    var reply = signIn("COOKIE");
    for (int day = 10; day <= 80; day += 10) {
      clock.travel(Duration.ofDays(10));
      reply = refresh(reply);
    }
    assertThat(cookie(reply).getMaxAge()).isEqualTo(Duration.ofDays(10).toSeconds());
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin, http://localhost:8080, 200",
    "same-origin, , 200",
    ", http://localhost:8080, 200",
    ", HTTP://LOCALHOST:8080, 200",
    "same-site, , 403",
    "same-site, http://localhost:8080, 403",
    "cross-site, https://evil.example, 403",
    "none, , 403",
    ", https://evil.example, 403",
    ", http://localhost:8081, 403",
    ", https://localhost:8080, 403",
    ", null, 403",
    ", , 403"
  })
  void onlyPagesOfOursMayUseTheCookie(String site, String origin, int status) {
    var first = signIn("COOKIE");
    var page = from(first);
    page = site == null ? page : page.with("Sec-Fetch-Site", site);
    page = origin == null ? page : page.with("Origin", origin);
    var reply = page.postJson(REFRESH, null);
    assertThat(reply.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(reply.refused()).isEqualTo("403 cross-site-request");
      assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(page.delete(REFRESH).refused()).isEqualTo("403 cross-site-request");
      assertThat(refresh(first).status()).isEqualTo(200);
    }
  }

  @Test
  void aTokenInTheBodyIsTakenWhateverTheCookie() {
    var browser = signIn("COOKIE");
    var other = People.registered(api).signIn(api);
    var reply = from(browser).post(REFRESH, Map.of("refreshToken", other.text("refreshToken")));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(SessionsTest.sid(reply)).isEqualTo(SessionsTest.sid(other));
    assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(from(browser).post(REFRESH, Map.of()).refused()).isEqualTo("400 invalid-request");
    assertThat(refresh(browser).status()).isEqualTo(200);
  }

  @Test
  void withoutTokenAndCookieOneHasToSignIn() {
    var nothing = page(api).postJson(REFRESH, null);
    assertThat(nothing.refused()).isEqualTo("401 invalid-refresh-token");
    for (var strange : List.of("", "nonsense", "x".repeat(22) + "." + "y".repeat(43))) {
      var reply = page(api.with("Cookie", NAME + "=" + strange)).postJson(REFRESH, null);
      assertThat(reply.refused()).isEqualTo("401 invalid-refresh-token");
    }
  }

  @Test
  void signingOutEndsTheSessionAndRemovesTheCookie() {
    var first = signIn("COOKIE");
    var expired = TestTokens.expired(person.id());
    for (int i = 0; i < 2; i++) {
      var out = page(from(first)).as(expired).delete(REFRESH);
      assertThat(out.status()).isEqualTo(204);
      assertThat(cookie(out).getMaxAge()).isZero();
      assertThat(out.header("Set-Cookie")).contains("Path=/api/v1/auth/refresh", "Secure");
    }
    assertThat(refresh(first).refused()).isEqualTo("401 invalid-refresh-token");
    assertThat(api.delete(REFRESH).status()).isEqualTo(204);
  }

  private Reply signIn(String refreshTokenIn) {
    return api.post(
        "/api/v1/auth/login",
        Map.of(
            "email",
            person.email(),
            "password",
            person.password(),
            "refreshTokenIn",
            refreshTokenIn));
  }

  private Reply refresh(Reply before) {
    return page(from(before)).postJson(REFRESH, null);
  }

  private Client from(Reply before) {
    return api.with("Cookie", NAME + "=" + cookie(before).getValue());
  }

  private static Client page(Client client) {
    return client.with("Sec-Fetch-Site", "same-origin");
  }

  private static HttpCookie cookie(Reply reply) {
    return HttpCookie.parse("Set-Cookie: " + reply.header("Set-Cookie")).getFirst();
  }
}
