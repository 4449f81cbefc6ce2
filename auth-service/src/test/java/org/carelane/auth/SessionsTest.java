package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carelane.contracttesting.Contract;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AuthServiceIsRunning
class SessionsTest {

  private static final String SESSIONS = "/api/v1/auth/sessions";
  private static final String SIGNED_OUT = "401 invalid-refresh-token";

  @Autowired TravellingClock clock;
  @LocalServerPort int port;
  Client api;
  People person;

  @BeforeEach
  void register() {
    api = Client.at(port);
    person = People.registered(api);
  }

  @Test
  void areListedLatestFirst() {
    var phone = person.signIn(api.withBrowser("Phone   1.0"));
    clock.travel(Duration.ofMinutes(1));
    var laptop = person.signIn(api.withBrowser("x".repeat(500)));

    var list = as(laptop).get(SESSIONS);
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.each("id")).containsExactly(sid(laptop), sid(phone));
    assertThat(list.each("current")).containsExactly("true", "false");
    assertThat(list.each("client")).containsExactly("x".repeat(200), "Phone 1.0");
    assertThat(list.body().at("/items/0").propertyNames())
        .containsExactly("id", "startedAt", "lastUsedAt", "client", "current");
  }

  @Test
  void tellWhenTheyWereUsedLast() {
    var reply = person.signIn(api);
    var before = as(reply).get(SESSIONS).each("lastUsedAt");
    clock.travel(Duration.ofMinutes(5));
    var refreshed = api.refresh(reply.text("refreshToken"));
    var after = as(refreshed).get(SESSIONS);
    assertThat(after.each("lastUsedAt")).hasSize(1).isNotEqualTo(before);
    assertThat(after.each("startedAt")).isEqualTo(before);
    assertThat(sid(refreshed)).isEqualTo(sid(reply));
  }

  @Test
  void arePaged() {
    var all = IntStream.range(0, 5).mapToObj(_ -> sid(person.signIn(api))).toList();
    var me = as(person.signIn(api));
    var first = me.get(SESSIONS + "?limit=4");
    var second = me.get(SESSIONS + "?limit=4&cursor=" + first.nextCursor());
    assertThat(first.each("id")).hasSize(4);
    assertThat(second.each("id")).hasSize(2);
    assertThat(second.nextCursor()).isNull();
    assertThat(List.of(first, second)).flatExtracting(it -> it.each("id")).containsAll(all);
    assertThat(me.get(SESSIONS + "?cursor=nonsense").refused()).isEqualTo("400 invalid-request");
  }

  @Test
  void oneIsEndedAndAnnounced() {
    var here = person.signIn(api);
    var there = person.signIn(api);
    assertThat(as(here).delete(SESSIONS + "/" + sid(there)).status()).isEqualTo(204);
    assertThat(as(here).delete(SESSIONS + "/" + sid(there)).refused()).isEqualTo("404 not-found");
    assertThat(api.refresh(there.text("refreshToken")).refused()).isEqualTo(SIGNED_OUT);
    assertThat(as(there).me().refused()).isEqualTo("401 unauthenticated");
    assertThat(api.refresh(here.text("refreshToken")).status()).isEqualTo(200);
    assertIsAnnouncedOnce(there);
    assertThat(as(here).get(SESSIONS).each("id")).containsExactly(sid(here));
  }

  @Test
  void anothersIsNotFound() {
    var here = person.signIn(api);
    var stranger = as(People.registered(api).signIn(api));
    assertThat(stranger.delete(SESSIONS + "/" + sid(here)).refused()).isEqualTo("404 not-found");
    assertThat(stranger.delete(SESSIONS + "/unknown").refused()).isEqualTo("404 not-found");
    assertThat(as(here).me().status()).isEqualTo(200);
  }

  @Test
  void allAreEnded() {
    var here = person.signIn(api);
    var there = person.signIn(api);
    var stranger = People.registered(api).signIn(api);
    assertThat(as(here).delete(SESSIONS).status()).isEqualTo(204);
    for (var ended : List.of(here, there)) {
      assertThat(api.refresh(ended.text("refreshToken")).refused()).isEqualTo(SIGNED_OUT);
      assertIsAnnouncedOnce(ended);
    }
    assertThat(as(here).delete(SESSIONS).refused()).isEqualTo("401 unauthenticated");
    assertThat(as(stranger).me().status()).isEqualTo(200);
    assertThat(person.signIn(api).status()).isEqualTo(200);
  }

  @Test
  void allButThisOneAreEnded() {
    var here = person.signIn(api);
    var others = IntStream.range(0, 3).mapToObj(_ -> person.signIn(api)).toList();
    for (int i = 0; i < 2; i++) {
      assertThat(as(here).delete(SESSIONS + "?exceptCurrent=true").status()).isEqualTo(204);
    }
    others.forEach(this::assertIsAnnouncedOnce);
    assertThat(as(here).get(SESSIONS).each("id")).containsExactly(sid(here));
    assertThat(as(here).delete(SESSIONS + "?exceptCurrent=perhaps").refused())
        .isEqualTo("400 invalid-request");
  }

  @Test
  void signingOutIsAnnounced() {
    var reply = person.signIn(api);
    api.logout(reply.text("refreshToken"));
    api.logout(reply.text("refreshToken"));
    assertIsAnnouncedOnce(reply);
  }

  @Test
  void theftIsAnnounced() {
    var reply = person.signIn(api);
    api.refresh(reply.text("refreshToken"));
    assertThat(api.fromElsewhere().refresh(reply.text("refreshToken")).refused())
        .isEqualTo(SIGNED_OUT);
    assertIsAnnouncedOnce(reply);
  }

  @Test
  void disablingIsAnnounced() {
    var reply = person.signIn(api);
    var admin = People.asAdmin(api);
    assertThat(admin.post(account() + "/disable", Map.of()).status()).isEqualTo(200);
    assertIsAnnouncedOnce(reply);
  }

  @Test
  void administratorsSeeAndEndThem() {
    var reply = person.signIn(api);
    var admin = People.asAdmin(api);
    assertThat(admin.get(account()).body().path("sessions").asInt()).isOne();
    assertThat(admin.get(account() + "/sessions").each("id")).containsExactly(sid(reply));
    assertThat(admin.delete(account() + "/sessions").status()).isEqualTo(204);
    assertThat(admin.get(account()).body().path("sessions").asInt()).isZero();
    assertThat(admin.get(account() + "/sessions").each("id")).isEmpty();
    assertIsAnnouncedOnce(reply);

    var nobody = "/api/v1/admin/accounts/unknown";
    assertThat(admin.get(nobody).refused()).isEqualTo("404 not-found");
    assertThat(admin.get(nobody + "/sessions").refused()).isEqualTo("404 not-found");
    assertThat(admin.delete(nobody + "/sessions").refused()).isEqualTo("404 not-found");
    var patient = as(person.signIn(api));
    assertThat(patient.get(account()).refused()).isEqualTo("403 forbidden");
    assertThat(patient.get(account() + "/sessions").refused()).isEqualTo("403 forbidden");
    assertThat(patient.delete(account() + "/sessions").refused()).isEqualTo("403 forbidden");
  }

  private String account() {
    return "/api/v1/admin/accounts/" + person.id();
  }

  private Client as(Reply tokens) {
    return api.as(tokens.text("accessToken"));
  }

  static String sid(Reply tokens) {
    try {
      return SignedJWT.parse(tokens.text("accessToken")).getJWTClaimsSet().getStringClaim("sid");
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertIsAnnouncedOnce(Reply tokens) {
    try (var events = RecordedMessages.of("session.events")) {
      var ended = events.await(it -> it.body().contains(sid(tokens)));
      Contract.of("session.events", "SessionEnded").assertValid(ended.body());
      assertThat(ended.is("SessionEnded", person.id())).isTrue();
      assertThat(events.soFar(it -> it.body().contains(sid(tokens)))).hasSize(1);
    }
  }
}
