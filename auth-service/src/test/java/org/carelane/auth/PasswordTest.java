package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@AuthServiceIsRunning
class PasswordTest {

  private static final String OTHER = "another horse altogether";
  private static final String SIGNED_OUT = "401 invalid-refresh-token";

  @Autowired MongoTemplate mongo;
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
  void isChangedAndEndsOtherSessions() {
    var here = person.signIn(api);
    var there = person.signIn(api);
    assertThat(as(here).changePassword(person.password(), OTHER).status()).isEqualTo(204);

    assertThat(api.login(person.email(), person.password()).refused())
        .isEqualTo("401 invalid-credentials");
    assertThat(api.login(person.email(), OTHER).status()).isEqualTo(200);
    assertThat(api.refresh(there.text("refreshToken")).refused()).isEqualTo(SIGNED_OUT);
    assertThat(as(there).me().refused()).isEqualTo("401 unauthenticated");
    var refreshed = api.refresh(here.text("refreshToken"));
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(as(refreshed).me().status()).isEqualTo(200);
    assertHasEnded(there);
    try (var events = RecordedMessages.of("session.events")) {
      assertThat(events.soFar(it -> it.body().contains(SessionsTest.sid(here)))).isEmpty();
    }
  }

  @Test
  void secondClickFindsItChanged() {
    var me = as(person.signIn(api));
    var replies =
        RegistrationTest.atOnce(4, () -> me.changePassword(person.password(), OTHER).status());
    assertThat(replies).filteredOn(it -> it == 204).hasSize(1);
    assertThat(replies).allMatch(it -> it == 204 || it == 422 || it == 429);
    assertThat(me.me().status()).isEqualTo(200);
  }

  @Test
  void isNotChangedWithoutTheCurrentOne() {
    var me = as(person.signIn(api));
    assertThat(me.changePassword("wrong password", OTHER).refused())
        .isEqualTo("422 wrong-password");
    assertThat(api.login(person.email(), person.password()).status()).isEqualTo(200);
    assertThat(api.changePassword(person.password(), OTHER).refused())
        .isEqualTo("401 unauthenticated");
  }

  @Test
  void guessesOfTheCurrentOneAreSlowedDownLikeSignIns() {
    var me = as(person.signIn(api)).fromElsewhere();
    for (int i = 0; i < 3; i++) {
      assertThat(me.changePassword("wrong password", OTHER).status()).isEqualTo(422);
    }
    var delayed = me.changePassword(person.password(), OTHER);
    assertThat(delayed.refused()).isEqualTo("429 too-many-attempts");
    assertThat(delayed.header("Retry-After")).isEqualTo("1");
    clock.travel(Duration.ofSeconds(1));
    assertThat(me.changePassword(person.password(), OTHER).status()).isEqualTo(204);
  }

  @Test
  void unfitOnesAreRefusedAndChangeNothing() {
    var me = as(person.signIn(api));
    for (var unfit : List.of("short", "password123", person.email(), "Pat Example")) {
      var refused = me.changePassword(person.password(), unfit);
      assertThat(refused.refused()).isEqualTo("400 invalid-request");
      assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("newPassword");
      assertThat(refused.body().at("/errors/0/message").asString()).startsWith("must ");
    }
    assertThat(me.post("/api/v1/auth/password/change", Map.of()).refused())
        .isEqualTo("400 invalid-request");
    assertThat(api.login(person.email(), person.password()).status()).isEqualTo(200);
  }

  @Test
  void isResetByTheMailedToken() {
    var before = person.signIn(api);
    assertThat(api.forgotPassword(" " + person.email().toUpperCase()).status()).isEqualTo(202);
    var token = Letters.resetOf(person.id());

    assertThat(api.resetPassword(token, OTHER).status()).isEqualTo(204);
    assertThat(api.login(person.email(), person.password()).refused())
        .isEqualTo("401 invalid-credentials");
    assertThat(api.refresh(before.text("refreshToken")).refused()).isEqualTo(SIGNED_OUT);
    assertThat(as(before).me().refused()).isEqualTo("401 unauthenticated");
    assertHasEnded(before);
    var me = as(api.login(person.email(), OTHER)).me();
    assertThat(me.body().path("emailVerified").asBoolean()).isTrue();
    try (var events = RecordedMessages.of("account.events")) {
      var updated = events.await("AccountUpdated", person.id());
      assertThat(updated.body()).contains("\"emailVerified\":true");
    }
  }

  @Test
  void aTokenWorksOnce() {
    api.forgotPassword(person.email());
    var token = Letters.resetOf(person.id());
    var number = new AtomicInteger();
    var replies =
        RegistrationTest.atOnce(
            4, () -> api.resetPassword(token, OTHER + number.incrementAndGet()));
    assertThat(replies).filteredOn(it -> it.status() == 204).hasSize(1);
    assertThat(replies).filteredOn(it -> it.refused().equals("422 token-invalid")).hasSize(3);
    assertThat(api.resetPassword(token, OTHER).refused()).isEqualTo("422 token-invalid");
  }

  @Test
  void aTokenExpires() {
    api.forgotPassword(person.email());
    var token = Letters.resetOf(person.id());
    clock.travel(Duration.ofMinutes(30));
    assertThat(api.resetPassword(token, OTHER).refused()).isEqualTo("422 token-invalid");
    assertThat(api.login(person.email(), person.password()).status()).isEqualTo(200);
  }

  @Test
  void tokensMailedBeforeStayValidUntilOneIsUsed() {
    api.forgotPassword(person.email());
    Letters.resetOf(person.id());
    api.forgotPassword(person.email());
    var tokens = Letters.tokens("SendPasswordReset", person.id(), 2);
    assertThat(api.resetPassword(tokens.getFirst(), OTHER).status()).isEqualTo(204);
    assertThat(api.resetPassword(tokens.getLast(), OTHER).refused()).isEqualTo("422 token-invalid");
  }

  @Test
  void anUnfitPasswordDoesNotUseTheTokenUp() {
    api.forgotPassword(person.email());
    var token = Letters.resetOf(person.id());
    var refused = api.resetPassword(token, "password123");
    assertThat(refused.refused()).isEqualTo("400 invalid-request");
    assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("newPassword");
    assertThat(api.resetPassword(token, OTHER).status()).isEqualTo(204);
  }

  @Test
  void changingItMakesMailedTokensVoid() {
    api.forgotPassword(person.email());
    var token = Letters.resetOf(person.id());
    as(person.signIn(api)).changePassword(person.password(), OTHER);
    assertThat(api.resetPassword(token, "yet another horse here").refused())
        .isEqualTo("422 token-invalid");
  }

  @Test
  void strangeTokensAreRefused() {
    var verification = Letters.verificationOf(person.id());
    for (var token :
        List.of(
            verification, "nonsense", person.id() + "." + "x".repeat(43), "." + "x".repeat(43))) {
      assertThat(api.resetPassword(token, OTHER).refused()).isEqualTo("422 token-invalid");
    }
    assertThat(api.postJson("/api/v1/auth/password/reset", "{\"token\": {\"$ne\": 1}}").refused())
        .isEqualTo("400 invalid-request");
  }

  @Test
  void resettingDoesNotEnableADisabledAccount() {
    var admin = People.asAdmin(api);
    api.forgotPassword(person.email());
    var token = Letters.resetOf(person.id());
    admin.post("/api/v1/admin/accounts/" + person.id() + "/disable", Map.of());
    assertThat(api.resetPassword(token, OTHER).status()).isEqualTo(204);
    assertThat(api.login(person.email(), OTHER).refused()).isEqualTo("401 invalid-credentials");
  }

  @Test
  void forgettingDoesNotTellWhetherThereIsAnAccount() {
    var nobody = People.newEmail();
    List<Reply> known = new ArrayList<>();
    List<Reply> unknown = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      known.add(api.fromElsewhere().forgotPassword(person.email()));
      unknown.add(api.fromElsewhere().forgotPassword(nobody));
    }
    assertThat(known).extracting(Reply::status).containsExactly(202, 202, 202, 429);
    for (int i = 0; i < 4; i++) {
      assertThat(unknown.get(i).status()).isEqualTo(known.get(i).status());
      assertThat(unknown.get(i).raw()).isEqualTo(known.get(i).raw());
      assertThat(unknown.get(i).headers().map().keySet())
          .isEqualTo(known.get(i).headers().map().keySet());
    }
    assertThat(known.getLast().header("Retry-After")).isEqualTo("60");
    Letters.tokens("SendPasswordReset", person.id(), 3);
    Awaitility.await()
        .until(() -> mongo.getCollection("forgotten_passwords").countDocuments() == 0);
    clock.travel(Duration.ofMinutes(1));
    assertThat(api.fromElsewhere().forgotPassword(person.email()).status()).isEqualTo(202);
  }

  @Test
  void nobodyAsksForMailsToManyAddresses() {
    var replies = new ArrayList<Integer>();
    for (int i = 0; i < 11; i++) {
      replies.add(api.forgotPassword(People.newEmail()).status());
    }
    assertThat(replies.subList(0, 10)).containsOnly(202);
    assertThat(replies.getLast()).isEqualTo(429);
    assertThat(api.forgotPassword("no address").refused()).isEqualTo("400 invalid-request");
  }

  @Test
  void tokensAreNotInTheDatabaseOnceTheyAreSent() {
    api.forgotPassword(person.email());
    var token = Letters.resetOf(person.id());
    var secret = token.substring(token.indexOf('.') + 1);
    Awaitility.await().untilAsserted(() -> assertThat(account().toJson()).doesNotContain(secret));
    assertThat(account().toJson()).contains("PASSWORD_RESET");
  }

  /** The process died between the two writes. */
  @Test
  void sessionsThatAResetDidNotComeToAreWorthNothingAndAreEnded() {
    var before = person.signIn(api);
    api.forgotPassword(person.email());
    api.resetPassword(Letters.resetOf(person.id()), OTHER);
    var after = api.login(person.email(), OTHER);
    mongo
        .getCollection("token_families")
        .updateOne(
            Filters.eq(SessionsTest.sid(before)),
            Updates.combine(Updates.unset("revoked"), Updates.inc("version", 1)));

    assertThat(as(before).me().refused()).isEqualTo("401 unauthenticated");
    assertThat(api.refresh(before.text("refreshToken")).refused()).isEqualTo(SIGNED_OUT);

    mongo
        .getCollection("accounts")
        .updateOne(
            Filters.eq(person.id()), Updates.set("sessionsDueAt", Date.from(clock.instant())));
    Awaitility.await().until(() -> as(after).get("/api/v1/auth/sessions").each("id").size() == 1);
    Awaitility.await().until(() -> !account().containsKey("sessionsDueAt"));
    assertThat(as(after).me().status()).isEqualTo(200);
  }

  @Test
  void aStrangerWhoRegisteredTheAddressLosesIt() {
    var stranger = person.signIn(api);
    var owner = api.fromElsewhere();
    owner.forgotPassword(person.email());
    owner.resetPassword(Letters.resetOf(person.id()), OTHER);
    assertThat(api.refresh(stranger.text("refreshToken")).refused()).isEqualTo(SIGNED_OUT);
    assertThat(as(stranger).patch("/api/v1/auth/me", Map.of("name", "Mallory")).refused())
        .isEqualTo("401 unauthenticated");
    var me = as(owner.login(person.email(), OTHER));
    assertThat(me.me().body().path("emailVerified").asBoolean()).isTrue();
    assertThat(me.patch("/api/v1/auth/me", Map.of("name", "The Owner")).status()).isEqualTo(200);
  }

  private org.bson.Document account() {
    return mongo.getCollection("accounts").find(Filters.eq(person.id())).first();
  }

  private Client as(Reply tokens) {
    return api.as(tokens.text("accessToken"));
  }

  private void assertHasEnded(Reply tokens) {
    try (var events = RecordedMessages.of("session.events")) {
      events.await(it -> it.body().contains(SessionsTest.sid(tokens)));
    }
  }
}
