package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.carelane.contracttesting.Contract;
import org.carelane.rest.IdempotencyKey;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@AuthServiceIsRunning
class RegistrationTest {

  @Autowired MongoTemplate mongo;
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
  void makesAPatient() {
    var email = People.newEmail();
    var reply = api.register("  " + email.toUpperCase() + " ", People.PASSWORD, "  Amina Yusuf ");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.text("email")).isEqualTo(email);
    assertThat(reply.text("name")).isEqualTo("Amina Yusuf");
    assertThat(reply.texts("roles")).containsExactly("PATIENT");
    assertThat(reply.body().propertyNames())
        .containsExactly("id", "email", "emailVerified", "name", "language", "zone", "roles");
    assertThat(reply.body().path("emailVerified").asBoolean(true)).isFalse();
    assertThat(UUID.fromString(reply.text("id")).version()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"role", "roles", "id", "disabled"})
  void isForPatientsOnlyWhateverTheBodySays(String member) {
    var email = People.newEmail();
    var body =
        Map.of("email", email, "password", People.PASSWORD, "name", "Mallory", member, "ADMIN");
    assertThat(errorsOf(api.post("/api/v1/auth/register", body))).containsExactly(member);
    assertThat(api.login(email, People.PASSWORD).status()).isEqualTo(401);

    api.register(email, People.PASSWORD, "Mallory");
    var token = api.login(email, People.PASSWORD).text("accessToken");
    assertThat(api.as(token).me().texts("roles")).containsExactly("PATIENT");
    assertThat(api.as(token).get("/api/v1/admin/accounts").refused()).isEqualTo("403 forbidden");
  }

  @Test
  void storesNoPassword() {
    var person = People.registered(api);
    var stored = mongo.getCollection("accounts").find().filter(id(person.id())).first();
    assertThat(stored.toJson()).doesNotContain(People.PASSWORD).contains("{bcrypt}$2");
  }

  @Test
  void isAnnouncedOnce() {
    var person = People.registered(api);
    try (var events = RecordedMessages.of("account.events")) {
      var registered = events.await("AccountRegistered", person.id());
      Contract.of("account.events", "AccountRegistered").assertValid(registered.body());
      assertThat(registered.body()).contains(person.email()).doesNotContain(People.PASSWORD);
      assertThat(events.soFar(it -> person.id().equals(it.key()))).hasSize(1);
    }
  }

  @Test
  void isRefusedForAnEmailThatIsTaken() {
    var person = People.registered(api);
    var again = api.register(person.email().toUpperCase(), "another password", "Other");
    assertThat(again.refused()).isEqualTo("409 email-taken");
    assertThat(person.signIn(api).status()).isEqualTo(200);
  }

  @Test
  void oneOfManyAtOnceGetsTheEmail() {
    var email = People.newEmail();
    var replies = atOnce(20, () -> api.register(email, People.PASSWORD, "Pat"));
    assertThat(replies).filteredOn(it -> it.status() == 201).hasSize(1);
    assertThat(replies).filteredOn(it -> it.refused().equals("409 email-taken")).hasSize(19);
  }

  @Test
  void isRepeatableWithAKey() {
    var email = People.newEmail();
    var keyed = api.withKey(UUID.randomUUID().toString());
    var replies = atOnce(3, () -> keyed.register(email, People.PASSWORD, "Pat"));
    assertThat(replies).extracting(Reply::status).containsOnly(201);
    assertThat(replies)
        .extracting(it -> it.text("id"))
        .hasSize(3)
        .containsOnly(replies.getFirst().text("id"));
    assertThat(keyed.register(email, People.PASSWORD, "Pat").body())
        .isEqualTo(replies.getFirst().body());
  }

  @Test
  void aKeyNamesOneRequest() {
    var email = People.newEmail();
    var keyed = api.withKey(UUID.randomUUID().toString());
    assertThat(keyed.register(email, People.PASSWORD, "Pat").status()).isEqualTo(201);
    var reused = "422 idempotency-key-reused";
    assertThat(keyed.register(email, People.PASSWORD, "Patricia").refused()).isEqualTo(reused);
    assertThat(keyed.register(email, "another password", "Pat").refused()).isEqualTo(reused);
  }

  @Test
  void visitorsWhoChooseTheSameKeyAreBothServed() {
    var key = UUID.randomUUID().toString();
    var one = People.newEmail();
    var other = People.newEmail();
    var first = api.withKey(key).register(one, People.PASSWORD, "Pat");
    var second = api.fromElsewhere().withKey(key).register(other, People.PASSWORD, "Pat");
    assertThat(List.of(first, second)).extracting(Reply::status).containsOnly(201);
    assertThat(second.text("id")).isNotEqualTo(first.text("id"));
    var again = api.fromElsewhere().withKey(key).register(other, People.PASSWORD, "Pat");
    assertThat(again.body()).isEqualTo(second.body());
  }

  /** It made the id of the key alone. */
  @Test
  void aRequestToTheReleaseBeforeIsRepeatable() {
    var key = new IdempotencyKey(UUID.randomUUID().toString());
    var person = People.registered(api);
    var accounts = mongo.getCollection("accounts");
    var stored = accounts.find().filter(id(person.id())).first();
    var former = key.idFor("anyone", "register");
    accounts.deleteOne(id(person.id()));
    stored.put("_id", former);
    stored.remove("request");
    accounts.insertOne(stored);
    var again = api.withKey(key.value()).register(person.email(), People.PASSWORD, "Pat Example");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("id")).isEqualTo(former);
  }

  @Test
  void isRepeatableThoughTheAccountWasChangedSince() {
    var email = People.newEmail();
    var keyed = api.withKey(UUID.randomUUID().toString());
    var id = keyed.register(email, People.PASSWORD, "Pat").text("id");
    var me = api.as(api.login(email, People.PASSWORD).text("accessToken"));
    me.patch("/api/v1/auth/me", Map.of("name", "Patricia"));
    var again = keyed.register(email, People.PASSWORD, "Pat");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("id")).isEqualTo(id);
    assertThat(keyed.register(email, People.PASSWORD, "Patricia").refused())
        .isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void languageAndZoneAreKept() {
    var reply = registered("language", "pt-br", "zone", "America/Sao_Paulo");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.text("language")).isEqualTo("pt-BR");
    assertThat(reply.text("zone")).isEqualTo("America/Sao_Paulo");
    assertThat(errorsOf(registered("language", "no language"))).containsExactly("language");
    assertThat(errorsOf(registered("language", ""))).containsExactly("language");
    assertThat(errorsOf(registered("zone", "+01:00"))).containsExactly("zone");
    assertThat(errorsOf(registered("zone", "Europe/Atlantis"))).containsExactly("zone");
  }

  private Reply registered(String... more) {
    var body = new HashMap<String, Object>();
    body.put("email", People.newEmail());
    body.put("password", People.PASSWORD);
    body.put("name", "Pat");
    for (int i = 0; i < more.length; i += 2) {
      body.put(more[i], more[i + 1]);
    }
    return api.post("/api/v1/auth/register", body);
  }

  @Test
  void commonPasswordsAndOnesOwnAreRefused() {
    assertThat(errorsOf(api.register(People.newEmail(), "password123", "Pat")))
        .containsExactly("password");
    assertThat(errorsOf(api.register(People.newEmail(), "Patricia Example", "Patricia Example")))
        .containsExactly("password");
    assertThat(errorsOf(api.register(People.newEmail(), "correct\0horse battery", "Pat")))
        .containsExactly("password");
  }

  @Test
  void aKeyIsNoWayAroundTheSlowDown() {
    var email = People.newEmail();
    var keyed = api.withKey(UUID.randomUUID().toString());
    keyed.register(email, People.PASSWORD, "Pat");
    var replies =
        IntStream.range(0, 4)
            .mapToObj(i -> keyed.register(email, "guessed password " + i, "Pat").status());
    assertThat(replies).containsExactly(422, 422, 422, 429);
  }

  @Test
  void anAddressOfThousandsOfPartsIsRefusedLikeAnyOther() {
    var endless = "a@" + "a.".repeat(50_000) + "example";
    assertThat(api.register(endless, People.PASSWORD, "Pat").refused())
        .isEqualTo("400 invalid-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\": {\"$ne\": null}, \"password\": \"correct horse\", \"name\": \"Pat\"}",
        "{\"email\": \"a@b.example\", \"password\": {\"$gt\": \"\"}, \"name\": \"Pat\"}",
        "{\"email\": [\"a@b.example\"], \"password\": \"correct horse\", \"name\": \"Pat\"}",
        "{\"email\": \"a@b.example\"",
        "[]",
        ""
      })
  void whatIsNoRegistrationIsRefused(String json) {
    long before = mongo.getCollection("accounts").countDocuments();
    assertThat(api.postJson("/api/v1/auth/register", json).refused())
        .isIn("400 malformed-json", "400 invalid-request");
    assertThat(mongo.getCollection("accounts").countDocuments()).isEqualTo(before);
  }

  @Test
  void valuesAreChecked() {
    assertThat(errorsOf(api.register("no address", People.PASSWORD, "Pat")))
        .containsExactly("email");
    assertThat(errorsOf(api.register("a@localhost", People.PASSWORD, "P")))
        .containsExactly("email");
    assertThat(errorsOf(api.register(People.newEmail(), "short", "Pat")))
        .containsExactly("password");
    assertThat(errorsOf(api.register(People.newEmail(), "é".repeat(36) + "x", "Pat")))
        .containsExactly("password");
    assertThat(errorsOf(api.register(People.newEmail(), People.PASSWORD, " ")))
        .containsExactly("name");
    assertThat(errorsOf(api.register(People.newEmail(), People.PASSWORD, "two\nlines")))
        .containsExactly("name");
    var email = People.newEmail();
    assertThat(errorsOf(api.register(email, email, "Pat"))).containsExactly("password");
    assertThat(errorsOf(api.post("/api/v1/auth/register", Map.of())))
        .containsExactlyInAnyOrder("email", "password", "name");
  }

  @Test
  void otherMethodsAndTypesAreRefused() {
    assertThat(api.get("/api/v1/auth/register").refused()).isEqualTo("405 method-not-allowed");
    assertThat(api.get("/api/v1/auth/unknown").refused()).isEqualTo("404 not-found");
  }

  private static List<String> errorsOf(Reply reply) {
    assertThat(reply.refused()).isEqualTo("400 invalid-request");
    return reply
        .body()
        .path("errors")
        .valueStream()
        .map(it -> it.path("field").asString())
        .toList();
  }

  private static Document id(String id) {
    return new Document("_id", id);
  }

  static <T> List<T> atOnce(int times, Callable<T> request) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Collections.nCopies(times, request)).stream()
          .map(Future::resultNow)
          .toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
