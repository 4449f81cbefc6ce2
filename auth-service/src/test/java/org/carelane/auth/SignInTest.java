package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@AuthServiceIsRunning
class SignInTest {

  @Autowired MongoTemplate mongo;
  @Autowired Environment environment;
  @Autowired TravellingClock clock;
  @LocalServerPort int port;
  Client api;

  @BeforeEach
  void connect() {
    api = Client.at(port);
  }

  /** However long a slow machine takes, no delay is over before its time. */
  @BeforeEach
  void stopTheClock() {
    clock.stop();
  }

  @AfterEach
  void goOn() {
    clock.goOn();
  }

  @Test
  void givesTokensThatSayWhoItIs() throws ParseException {
    var person = People.registered(api);
    var reply = api.login(" " + person.email().toUpperCase(), person.password());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("tokenType")).isEqualTo("Bearer");
    assertThat(reply.body().path("expiresIn").asInt()).isEqualTo(900);
    assertThat(reply.header("Cache-Control")).contains("no-store");

    var token = SignedJWT.parse(reply.text("accessToken"));
    var claims = token.getJWTClaimsSet();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(claims.getIssuer()).isEqualTo("https://carelane.example");
    assertThat(claims.getAudience()).containsExactly("carelane");
    assertThat(claims.getSubject()).isEqualTo(person.id());
    assertThat(claims.getStringListClaim("roles")).containsExactly("PATIENT");
    assertThat(claims.getStringClaim("name")).isEqualTo("Pat Example");
    assertThat(claims.getStringClaim("email")).isEqualTo(person.email());
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(15));

    var me = api.as(reply.text("accessToken")).me();
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.text("id")).isEqualTo(person.id());
  }

  @Test
  void unknownEmailAndWrongPasswordAreIndistinguishable() {
    var person = People.registered(api);
    List<Reply> wrong = new ArrayList<>();
    List<Reply> unknown = new ArrayList<>();
    var nobody = People.newEmail();
    for (int i = 0; i < 4; i++) {
      wrong.add(api.fromElsewhere().login(person.email(), "wrong password"));
      unknown.add(api.fromElsewhere().login(nobody, "wrong password"));
    }
    for (int i = 0; i < 4; i++) {
      assertThat(unknown.get(i).status()).isEqualTo(wrong.get(i).status());
      assertThat(unknown.get(i).body()).isEqualTo(wrong.get(i).body());
      assertThat(unknown.get(i).headers().map().keySet())
          .isEqualTo(wrong.get(i).headers().map().keySet());
    }
    assertThat(wrong).extracting(Reply::status).containsExactly(401, 401, 401, 429);
    assertThat(wrong.getFirst().problem()).isEqualTo("invalid-credentials");
  }

  /** One comparison is 120 ms of work here, all the rest a few: leaving it out would show. */
  @Test
  void unknownEmailTakesAsLongAsWrongPassword() {
    try (var other =
        AnotherProcess.start(
            environment,
            clock,
            "carelane.auth.password.bcrypt-strength=11",
            "carelane.auth.attempts.account.free=100")) {
      var person = People.registered(other.api());
      long wrong = Long.MAX_VALUE;
      long unknown = Long.MAX_VALUE;
      for (int i = 0; i < 8; i++) {
        wrong = Math.min(wrong, refusing(other.api(), person.email()));
        unknown = Math.min(unknown, refusing(other.api(), People.newEmail()));
      }
      assertThat(unknown).isBetween(wrong / 4, wrong * 4);
    }
  }

  private static long refusing(Client client, String email) {
    long begin = System.nanoTime();
    assertThat(client.login(email, "wrong password").status()).isEqualTo(401);
    return System.nanoTime() - begin;
  }

  @Test
  void failuresOnAnAccountDelayTheNextAttempt() {
    var person = People.registered(api);
    for (int i = 0; i < 3; i++) {
      assertThat(stranger().login(person.email(), "wrong password").status()).isEqualTo(401);
    }
    var delayed = stranger().login(person.email(), person.password());
    assertThat(delayed.refused()).isEqualTo("429 too-many-attempts");
    assertThat(delayed.header("Retry-After")).isEqualTo("1");

    clock.travel(Duration.ofSeconds(1));
    assertThat(stranger().login(person.email(), "wrong password").status()).isEqualTo(401);
    assertThat(stranger().login(person.email(), "wrong password").header("Retry-After"))
        .isEqualTo("2");
    clock.travel(Duration.ofSeconds(2));
    assertThat(stranger().login(person.email(), person.password()).status()).isEqualTo(200);
  }

  @Test
  void noDelayIsLongerThanTheLongestHoweverHardOneTries() {
    var person = People.registered(api);
    for (int i = 0; i < 40; i++) {
      stranger().login(person.email(), "wrong password");
      clock.travel(Duration.ofSeconds(3));
    }
    clock.travel(Duration.ofSeconds(8));
    assertThat(stranger().login(person.email(), person.password()).status()).isEqualTo(200);
  }

  @Test
  void strangersDoNotKeepTheOwnerOut() {
    var person = People.registered(api);
    var home = api.fromElsewhere();
    person.signIn(home);
    for (int i = 0; i < 10; i++) {
      stranger().login(person.email(), "wrong password");
    }
    assertThat(stranger().login(person.email(), person.password()).status()).isEqualTo(429);
    assertThat(person.signIn(home).status()).isEqualTo(200);
  }

  @Test
  void failuresFromAnAddressDelayItsNextAttemptOnAnyAccount() {
    var sprayer = stranger();
    for (int i = 0; i < 6; i++) {
      assertThat(sprayer.login(People.newEmail(), "Password1").status()).isEqualTo(401);
    }
    assertThat(sprayer.login(People.newEmail(), "Password1").refused())
        .isEqualTo("429 too-many-attempts");
    assertThat(stranger().login(People.newEmail(), "Password1").status()).isEqualTo(401);
  }

  @Test
  void attemptsAtOnceAreNotAllFree() {
    var person = People.registered(api);
    var replies =
        RegistrationTest.atOnce(30, () -> stranger().login(person.email(), "wrong password"));
    assertThat(replies).filteredOn(it -> it.status() == 401).hasSizeLessThanOrEqualTo(3);
    assertThat(replies).extracting(Reply::status).containsOnly(401, 429);
  }

  @Test
  void attemptsAtOnceFromOneAddressAreNotAllFree() {
    var sprayer = stranger();
    var replies = RegistrationTest.atOnce(60, () -> sprayer.login(People.newEmail(), "Password1"));
    assertThat(replies).extracting(Reply::status).containsOnly(401, 429);
    assertThat(replies).filteredOn(it -> it.status() == 401).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void aWeakerHashIsReplacedWhenThePasswordIsKnown() {
    var person = People.registered(api);
    var weak = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(person.password());
    var accounts = mongo.getCollection("accounts");
    var id = new Document("_id", person.id());
    accounts.updateOne(id, new Document("$set", new Document("passwordHash", weak)));
    person.signIn(api);
    assertThat(accounts.find(id).first().getString("passwordHash")).startsWith("{bcrypt}$2a$06$");
    person.signIn(api);
  }

  @Test
  void operatorsAreNoCredentials() {
    assertThat(
            api.postJson("/api/v1/auth/login", "{\"email\": {\"$ne\": null}, \"password\": \"x\"}")
                .refused())
        .isEqualTo("400 invalid-request");
    assertThat(
            api.postJson(
                    "/api/v1/auth/login",
                    "{\"email\": \"admin@carelane.example\", \"password\": {\"$ne\": \"\"}}")
                .refused())
        .isEqualTo("400 invalid-request");
    assertThat(api.post("/api/v1/auth/login", Map.of("email", "")).refused())
        .isEqualTo("400 invalid-request");
  }

  /** None by default, not even one on the same machine. */
  @ParameterizedTest
  @ValueSource(strings = {"", "203.0.113.0/24"})
  void onlyAConfiguredProxySaysWhereAClientIs(String trusted) {
    var proxies = "CARELANE_AUTH_TRUSTED_PROXIES=" + trusted;
    try (var other =
        AnotherProcess.start(
            environment, clock, proxies, "carelane.auth.attempts.address.free=1")) {
      other.api().login(People.newEmail(), "Password1");
      assertThat(other.api().login(People.newEmail(), "Password1").status())
          .as("the address that connects, whatever it says it is")
          .isEqualTo(429);
    }
  }

  private Client stranger() {
    return api.fromElsewhere();
  }
}
