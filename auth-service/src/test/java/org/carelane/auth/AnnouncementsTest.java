package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.carelane.contracttesting.Contract;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts announced again, and the order of what is said of one. */
@AuthServiceIsRunning
@ExtendWith(OutputCaptureExtension.class)
class AnnouncementsTest {

  private static final String ANNOUNCEMENTS = "/api/v1/admin/accounts/announcements";

  /** More than are announced with one request. */
  private static final int MANY = 250;

  @LocalServerPort int port;
  @Autowired TravellingClock clock;
  @Autowired MongoTemplate mongo;
  Client api;
  Client admin;

  @BeforeEach
  void signIn() {
    api = Client.at(port);
    admin = People.asAdmin(api);
  }

  @AfterEach
  void forgetTheMany() {
    mongo.getCollection("accounts").deleteMany(new Document("name", "one of many"));
  }

  @Test
  void allAccountsAreAnnouncedBatchByBatch(CapturedOutput output) {
    storeMany();
    var doctor = People.with(admin, "DOCTOR");
    admin.post("/api/v1/admin/accounts/" + doctor.id() + "/disable", Map.of());
    long accounts = mongo.getCollection("accounts").countDocuments();

    var interrupted = admin.post(ANNOUNCEMENTS, Map.of());
    assertThat(interrupted.body().path("announced").asInt()).isEqualTo(200);
    assertThat(interrupted.text("next")).isNotEmpty();
    assertThat(announceAll()).isEqualTo(accounts);
    assertThat(announceAll()).isEqualTo(accounts);

    var said = updatesOf(doctor.id(), 3);
    assertThat(said).allSatisfy(it -> assertThat(it.path("disabled").asBoolean()).isTrue());
    assertThat(said)
        .allSatisfy(it -> assertThat(it.path("roles").toString()).isEqualTo("[\"DOCTOR\"]"));
    assertThat(said.stream().map(it -> Instant.parse(it.path("occurredAt").asString())).toList())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(api.login(doctor.email(), doctor.password()).refused())
        .as("nothing of the account changes")
        .isEqualTo("401 invalid-credentials");
    assertThat(output).contains("announced again by administrator " + admin.me().text("id"));
  }

  @Test
  void onlyAdministratorsAnnounce() {
    var doctor = People.with(admin, "DOCTOR");
    var token = doctor.signIn(api).text("accessToken");
    assertThat(api.as(token).post(ANNOUNCEMENTS, Map.of()).refused()).isEqualTo("403 forbidden");
    assertThat(api.post(ANNOUNCEMENTS, Map.of()).refused()).isEqualTo("401 unauthenticated");
  }

  /** As when replicas disagree about the time. */
  @Test
  void whatIsSaidOfAnAccountLaterHasALaterTime() {
    var doctor = People.with(admin, "DOCTOR");
    var path = "/api/v1/admin/accounts/" + doctor.id();
    admin.post(path + "/disable", Map.of());
    clock.travel(Duration.ofSeconds(-30));
    admin.post(path + "/enable", Map.of());
    admin.post(path + "/disable", Map.of());
    clock.travel(Duration.ofSeconds(30));

    var said = updatesOf(doctor.id(), 3);
    assertThat(said.stream().map(it -> it.path("disabled").asBoolean()).toList())
        .containsExactly(true, false, true);
    assertThat(said.stream().map(it -> Instant.parse(it.path("occurredAt").asString())).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private long announceAll() {
    var batch = admin.post(ANNOUNCEMENTS, Map.of());
    long announced = batch.body().path("announced").asInt();
    while (batch.body().path("next").isString()) {
      batch = admin.post(ANNOUNCEMENTS + "?after=" + batch.text("next"), Map.of());
      announced += batch.body().path("announced").asInt();
    }
    assertThat(batch.status()).isEqualTo(200);
    return announced;
  }

  /** Of the oldest release: without what was added since. */
  private void storeMany() {
    var one = People.registered(api);
    var template = mongo.getCollection("accounts").find(new Document("_id", one.id()));
    var account = template.first();
    account.remove("changedAt");
    account.remove("outbox");
    account.put("outbox", List.of());
    account.remove("unsent");
    account.put("name", "one of many");
    for (int i = 0; i < MANY; i++) {
      account.put("_id", UUID.randomUUID().toString());
      account.put("email", account.get("_id") + "@example.org");
      mongo.getCollection("accounts").insertOne(new Document(account));
    }
  }

  private static List<JsonNode> updatesOf(String accountId, int count) {
    try (var events = RecordedMessages.of("account.events")) {
      var found = events.await(count, it -> it.is("AccountUpdated", accountId));
      found.forEach(it -> Contract.of("account.events", "AccountUpdated").assertValid(it.body()));
      return found.stream().map(it -> JsonMapper.shared().readTree(it.body())).toList();
    }
  }
}
