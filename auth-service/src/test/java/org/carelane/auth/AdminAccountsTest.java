package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carelane.contracttesting.Contract;
import org.carelane.testservers.RecordedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

@AuthServiceIsRunning
class AdminAccountsTest {

  private static final String ACCOUNTS = "/api/v1/admin/accounts";

  @LocalServerPort int port;
  @Autowired MongoTemplate mongo;
  Client api;
  Client admin;

  @BeforeEach
  void signIn() {
    api = Client.at(port);
    admin = People.asAdmin(api);
  }

  @Test
  void theConfiguredAdminExists() {
    var me = admin.me();
    assertThat(me.text("email")).isEqualTo("admin@carelane.example");
    assertThat(me.texts("roles")).containsExactly("ADMIN");
  }

  @Test
  void createsDoctorsWhoCanSignIn() {
    var doctor = People.with(admin, "DOCTOR");
    var token = doctor.signIn(api).text("accessToken");
    assertThat(api.as(token).me().texts("roles")).containsExactly("DOCTOR");
    assertThat(api.as(token).get(ACCOUNTS).refused()).isEqualTo("403 forbidden");
  }

  @Test
  void othersMayNot() {
    var patient = api.as(People.registered(api).signIn(api).text("accessToken"));
    var account =
        Map.of(
            "email",
            People.newEmail(),
            "password",
            People.PASSWORD,
            "name",
            "x",
            "roles",
            List.of("ADMIN"));
    assertThat(patient.post(ACCOUNTS, account).refused()).isEqualTo("403 forbidden");
    assertThat(api.post(ACCOUNTS, account).refused()).isEqualTo("401 unauthenticated");
    assertThat(admin.post(ACCOUNTS, account).status()).isEqualTo(201);
    assertThat(patient.post(ACCOUNTS + "/x/disable", Map.of()).refused())
        .isEqualTo("403 forbidden");
  }

  @Test
  void valuesAreChecked() {
    var account = Map.of("email", People.newEmail(), "password", People.PASSWORD, "name", "x");
    assertThat(admin.post(ACCOUNTS, account).refused()).isEqualTo("400 invalid-request");
    assertThat(admin.post(ACCOUNTS, with(account, List.of())).refused())
        .isEqualTo("400 invalid-request");
    assertThat(admin.post(ACCOUNTS, with(account, List.of("ROOT"))).refused())
        .isEqualTo("400 invalid-request");
    assertThat(admin.get(ACCOUNTS + "?role=ROOT").refused()).isEqualTo("400 invalid-request");
  }

  @Test
  void isRepeatableWithAKey() {
    var keyed = admin.withKey(UUID.randomUUID().toString());
    var account =
        with(
            Map.of("email", People.newEmail(), "password", People.PASSWORD, "name", "x"),
            List.of("DOCTOR"));
    var first = keyed.post(ACCOUNTS, account);
    assertThat(first.status()).isEqualTo(201);
    assertThat(keyed.post(ACCOUNTS, account).body()).isEqualTo(first.body());
    assertThat(keyed.post(ACCOUNTS, with(account, List.of("ADMIN"))).refused())
        .isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void listsPageByPageAndFiltered() {
    var mark = UUID.randomUUID().toString();
    for (int i = 0; i < 5; i++) {
      var account =
          Map.of("email", i + mark + "@example.com", "password", People.PASSWORD, "name", "x");
      admin.post(ACCOUNTS, with(account, List.of(i % 2 == 0 ? "DOCTOR" : "ADMIN")));
    }
    List<String> seen = new ArrayList<>();
    var path = ACCOUNTS + "?limit=2&q=" + mark.toUpperCase();
    var page = admin.get(path);
    seen.addAll(page.each("email"));
    while (page.body().path("nextCursor").isString() && seen.size() <= 5) {
      page = admin.get(path + "&cursor=" + page.text("nextCursor"));
      seen.addAll(page.each("email"));
    }
    assertThat(seen).hasSize(5).isSorted().doesNotHaveDuplicates();
    assertThat(admin.get(path + "&role=ADMIN").each("email")).hasSize(2);
    assertThat(admin.get(ACCOUNTS + "?q=(").each("email")).isEmpty();
    assertThat(page.body().toString()).doesNotContain("bcrypt").doesNotContain("passwordHash");
  }

  @Test
  void aDisabledAccountIsOut() {
    var doctor = People.with(admin, "DOCTOR");
    var before = doctor.signIn(api);
    var elsewhere = doctor.signIn(api).text("refreshToken");
    var reply = admin.post(ACCOUNTS + "/" + doctor.id() + "/disable", Map.of());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("disabled").asBoolean()).isTrue();

    assertThat(api.login(doctor.email(), doctor.password()).refused())
        .isEqualTo("401 invalid-credentials");
    assertThat(api.refresh(before.text("refreshToken")).refused())
        .isEqualTo("401 invalid-refresh-token");
    assertThat(api.as(before.text("accessToken")).me().refused()).isEqualTo("401 unauthenticated");

    assertThat(admin.post(ACCOUNTS + "/" + doctor.id() + "/disable", Map.of()).status())
        .isEqualTo(200);
    assertThat(admin.post(ACCOUNTS + "/" + doctor.id() + "/enable", Map.of()).status())
        .isEqualTo(200);
    assertThat(api.refresh(elsewhere).refused()).isEqualTo("401 invalid-refresh-token");
    assertThat(api.refresh(before.text("refreshToken")).refused())
        .isEqualTo("401 invalid-refresh-token");
    doctor.signIn(api);
    try (var events = RecordedMessages.of("account.events")) {
      var updates =
          events.await(2, it -> it.is("AccountUpdated", doctor.id())).stream()
              .map(it -> it.body())
              .toList();
      updates.forEach(Contract.of("account.events", "AccountUpdated")::assertValid);
      assertThat(updates.getFirst()).contains("\"disabled\":true");
      assertThat(updates.getLast()).contains("\"disabled\":false");
      assertThat(updates).hasSize(2);
    }
  }

  /** As if the process had died between disabling the account and ending its sign-ins. */
  @Test
  void signInsThatDisablingHasNotReachedAreWorthNothingForGood() {
    var doctor = People.with(admin, "DOCTOR");
    var here = doctor.signIn(api).text("refreshToken");
    var there = doctor.signIn(api).text("refreshToken");
    mongo.updateFirst(
        query(where("_id").is(doctor.id())), Update.update("disabled", true), "accounts");

    assertThat(api.refresh(here).refused()).isEqualTo("401 invalid-refresh-token");
    assertThat(admin.post(ACCOUNTS + "/" + doctor.id() + "/enable", Map.of()).status())
        .isEqualTo(200);
    assertThat(api.refresh(there).refused()).isEqualTo("401 invalid-refresh-token");
    doctor.signIn(api);
  }

  @Test
  void aDisabledAdminsTokenIsWorthNothingHere() {
    var other = People.with(admin, "ADMIN");
    var token = other.signIn(api).text("accessToken");
    assertThat(api.as(token).get(ACCOUNTS).status()).isEqualTo(200);
    admin.post(ACCOUNTS + "/" + other.id() + "/disable", Map.of());
    assertThat(api.as(token).get(ACCOUNTS).refused()).isEqualTo("401 unauthenticated");
    assertThat(api.as(token).post(ACCOUNTS + "/" + other.id() + "/enable", Map.of()).refused())
        .isEqualTo("401 unauthenticated");
  }

  @Test
  void nobodyDisablesOneselfOrWhoIsNotThere() {
    var id = admin.me().text("id");
    assertThat(admin.post(ACCOUNTS + "/" + id + "/disable", Map.of()).refused())
        .isEqualTo("409 own-account");
    assertThat(admin.post(ACCOUNTS + "/nobody/disable", Map.of()).refused())
        .isEqualTo("404 not-found");
    assertThat(admin.post(ACCOUNTS + "/nobody/enable", Map.of()).refused())
        .isEqualTo("404 not-found");
  }

  private static Map<String, Object> with(Map<String, ?> account, List<String> roles) {
    var all = new HashMap<String, Object>(account);
    all.put("roles", roles);
    return all;
  }
}
