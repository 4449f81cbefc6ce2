package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@AuthServiceIsRunning
class EmailVerificationTest {

  @Autowired MongoTemplate mongo;
  @Autowired TravellingClock clock;
  @LocalServerPort int port;
  Client api;
  People person;
  Client me;

  @BeforeEach
  void register() {
    clock.stop();
    api = Client.at(port);
    person = People.registered(api);
    me = api.as(person.signIn(api).text("accessToken"));
  }

  @AfterEach
  void goOn() {
    clock.goOn();
  }

  @Test
  void registrationMailsATokenThatVerifies() {
    assertThat(isVerified()).isFalse();
    var token = Letters.verificationOf(person.id());
    for (int i = 0; i < 2; i++) {
      assertThat(api.verifyEmail(token).status()).isEqualTo(204);
    }
    assertThat(isVerified()).isTrue();
    try (var events = RecordedMessages.of("account.events")) {
      assertThat(events.await("AccountRegistered", person.id()).body())
          .contains("\"emailVerified\":false");
      assertThat(events.await("AccountUpdated", person.id()).body())
          .contains("\"emailVerified\":true");
      assertThat(events.soFar(it -> it.is("AccountUpdated", person.id()))).hasSize(1);
    }
    clock.travel(Duration.ofDays(2));
    assertThat(api.verifyEmail(token).status()).isEqualTo(204);
  }

  @Test
  void manyAtOnceVerifyOnce() {
    var token = Letters.verificationOf(person.id());
    assertThat(RegistrationTest.atOnce(6, () -> api.verifyEmail(token).status())).containsOnly(204);
    try (var events = RecordedMessages.of("account.events")) {
      events.await("AccountUpdated", person.id());
      assertThat(events.soFar(it -> it.is("AccountUpdated", person.id()))).hasSize(1);
    }
  }

  @Test
  void aTokenExpires() {
    var token = Letters.verificationOf(person.id());
    clock.travel(Duration.ofDays(1));
    assertThat(api.verifyEmail(token).refused()).isEqualTo("422 token-invalid");
    assertThat(api.verifyEmail("nonsense").refused()).isEqualTo("422 token-invalid");
    assertThat(api.verifyEmail("").refused()).isEqualTo("400 invalid-request");
    me = api.as(person.signIn(api).text("accessToken"));
    assertThat(isVerified()).isFalse();
  }

  @Test
  void anotherTokenIsMailedOnDemand() {
    assertThat(me.mailVerification().status()).isEqualTo(202);
    var tokens = Letters.tokens("SendEmailVerification", person.id(), 2);
    assertThat(tokens).doesNotHaveDuplicates();
    assertThat(api.verifyEmail(tokens.getLast()).status()).isEqualTo(204);
    assertThat(api.verifyEmail(tokens.getFirst()).status()).isEqualTo(204);
    assertThat(me.mailVerification().status()).isEqualTo(202);
    try (var commands = RecordedMessages.of("letter.commands")) {
      assertThat(commands.soFar(it -> person.id().equals(it.key()))).hasSize(2);
    }
    assertThat(api.mailVerification().refused()).isEqualTo("401 unauthenticated");
  }

  @Test
  void mailsOnDemandAreLimited() {
    var statuses = List.of(1, 2, 3, 4).stream().map(_ -> me.mailVerification().status());
    assertThat(statuses).containsExactly(202, 202, 202, 429);
    assertThat(me.mailVerification().header("Retry-After")).isEqualTo("60");
  }

  @Test
  void aTokenThatResetsPasswordsVerifiesNothingByItself() {
    api.forgotPassword(person.email());
    assertThat(api.verifyEmail(Letters.resetOf(person.id())).refused())
        .isEqualTo("422 token-invalid");
  }

  @Test
  void administratorsAnswerForTheAccountsTheyMake() {
    var admin = People.asAdmin(api);
    assertThat(admin.me().body().path("emailVerified").asBoolean()).isTrue();
    var doctor = People.with(admin, "DOCTOR");
    var path = "/api/v1/admin/accounts/";
    assertThat(admin.get(path + doctor.id()).body().path("emailVerified").asBoolean()).isTrue();
    assertThat(admin.get(path + person.id()).body().path("emailVerified").asBoolean(true))
        .isFalse();
    try (var commands = RecordedMessages.of("letter.commands")) {
      assertThat(commands.soFar(it -> doctor.id().equals(it.key()))).isEmpty();
    }
  }

  @Test
  void accountsOfTheReleaseBeforeAreNotVerified() {
    mongo
        .getCollection("accounts")
        .updateOne(
            Filters.eq(person.id()),
            Updates.combine(
                Updates.unset("emailVerifiedAt"),
                Updates.unset("request"),
                Updates.unset("expected"),
                Updates.inc("version", 1)));
    assertThat(isVerified()).isFalse();
    assertThat(me.mailVerification().status()).isEqualTo(202);
    var tokens = Letters.tokens("SendEmailVerification", person.id(), 2);
    assertThat(api.verifyEmail(tokens.getLast()).status()).isEqualTo(204);
    assertThat(isVerified()).isTrue();
  }

  private boolean isVerified() {
    return me.me().body().path("emailVerified").asBoolean();
  }
}
