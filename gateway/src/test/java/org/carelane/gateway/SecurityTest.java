package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.gateway.Client.assertProblem;
import static org.carelane.gateway.Client.header;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
    properties = "CARELANE_CORS_ORIGINS=https://app.example, https://*.trusted.example")
class SecurityTest {

  private Client client;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    client = new Client(port);
  }

  @Test
  void passesAGenuineTokenOn() {
    var token = "Bearer " + Fleet.ISSUER.token("patient-1");

    assertThat(client.get("/api/v1/appointments", "Authorization", token).statusCode())
        .isEqualTo(200);
    assertThat(Fleet.APPOINTMENTS.lastReceived().header("Authorization")).isEqualTo(token);
  }

  @Test
  void leavesItToTheServiceWhetherATokenIsNeeded() {
    Fleet.APPOINTMENTS.answer(
        exchange -> StubService.json(exchange, 401, "{\"from\":\"service\"}"));

    var answer = client.get("/api/v1/appointments");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("service");
  }

  @Test
  void refusesATokenThatIsNotGenuine() {
    assertRefused(Fleet.ISSUER.forgedToken("patient-1"));
    assertRefused(Fleet.ISSUER.expiredToken("patient-1"));
    assertRefused(Fleet.ISSUER.token("patient-1", claims -> claims.issuer("https://evil.example")));
    assertRefused(Fleet.ISSUER.token("patient-1", claims -> claims.audience("another")));
    assertRefused(Fleet.ISSUER.token("patient-1", claims -> claims.expirationTime(null)));
    assertRefused(new PlainJWT(new JWTClaimsSet.Builder().subject("admin").build()).serialize());
    assertRefused("not-a-token");
  }

  @Test
  void refusesATokenOnPublicPathsToo() {
    var answer =
        client.get(
            "/api/v1/doctors", "Authorization", "Bearer " + Fleet.ISSUER.expiredToken("patient-1"));
    assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void looksAtNoTokenWhereTokensAreRenewed() {
    client.get("/api/v1/auth/refresh", "Authorization", "Bearer " + Fleet.ISSUER.expiredToken("p"));
    assertThat(Fleet.AUTH.received()).hasSize(1);
  }

  @Test
  void doesNotAskForTheKeysAnewForEveryTokenOfAnUnknownKey() {
    Fleet.ISSUER.published().received().clear();

    var token = Fleet.ISSUER.tokenOfUnknownKey("patient-1");
    IntStream.range(0, 20).forEach(i -> assertRefused(token));

    assertThat(Fleet.ISSUER.published().received()).hasSizeLessThan(5);
  }

  @Test
  void goesOnWithKnownKeysWhileTheyCannotBeFetched() {
    var token = "Bearer " + Fleet.ISSUER.token("patient-1");
    assertThat(client.get("/api/v1/appointments", "Authorization", token).statusCode())
        .isEqualTo(200);

    Fleet.ISSUER.published().stop();
    try {
      var another = "Bearer " + Fleet.ISSUER.token("patient-2");
      assertThat(client.get("/api/v1/appointments", "Authorization", another).statusCode())
          .isEqualTo(200);
    } finally {
      Fleet.ISSUER.published().startAgain();
    }
  }

  @Test
  void takesNoTokenFromTheQueryOfAnOrdinaryRequest() {
    client.get("/api/v1/doctors?access_token=" + Fleet.ISSUER.expiredToken("patient-1"));
    assertThat(Fleet.APPOINTMENTS.received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/doctors", "/api/v1/nothing"})
  void tellsBrowsersToBeCareful(String path) {
    var answer = client.get(path);

    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(header(answer, "Cache-Control")).contains("no-store");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).hasSize(1);
    assertThat(header(answer, "Server")).isEmpty();
  }

  @Test
  void doesNotRepeatTheHeadersAServiceSends() {
    Fleet.APPOINTMENTS.answer(
        exchange -> {
          exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
          exchange.getResponseHeaders().set("X-Frame-Options", "SAMEORIGIN");
          exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
          StubService.json(exchange, 200, "{}");
        });

    var answer = client.get("/api/v1/doctors");

    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("X-Frame-Options")).hasSize(1);
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("max-age=60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://app.example", "https://one.trusted.example"})
  void letsConfiguredSitesIn(String origin) {
    var answer = preflight(origin);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(header(answer, "Access-Control-Allow-Methods")).contains("POST");
    assertThat(header(answer, "Access-Control-Allow-Headers"))
        .containsIgnoringCase("idempotency-key");
    assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();

    var real = client.get("/api/v1/doctors", "Origin", origin);
    assertThat(header(real, "Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(header(real, "Access-Control-Expose-Headers")).contains("X-Trace-Id");
  }

  @Test
  void keepsOtherSitesOut() {
    var answer = preflight("https://evil.example");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
  }

  private HttpResponse<String> preflight(String origin) {
    return client.send(
        client
            .request("/api/v1/appointments")
            .method("OPTIONS", BodyPublishers.noBody())
            .headers(
                "Origin", origin,
                "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "authorization,idempotency-key"));
  }

  private void assertRefused(String token) {
    var answer = client.get("/api/v1/appointments", "Authorization", "Bearer " + token);
    assertProblem(answer, 401, "unauthenticated");
    assertThat(header(answer, "WWW-Authenticate")).startsWith("Bearer");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }
}
