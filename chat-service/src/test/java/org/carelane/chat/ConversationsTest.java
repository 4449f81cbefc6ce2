package org.carelane.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may talk to whom, and what their lists show. */
@ChatServiceIsRunning
class ConversationsTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
  private static final String CONVERSATIONS = "/api/v1/conversations";

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void speakHttp() {
    api = Api.at(port);
  }

  @Test
  void confirmedAppointmentGivesDoctorAndPatientAConversation() {
    var pair = Pair.withConversation(api);
    var doctors = api.as(pair.doctorToken()).get(pair.path()).body();
    assertThat(doctors.at("/with/id").asString()).isEqualTo(pair.patient());
    assertThat(doctors.at("/with/name").asString()).isEqualTo("Amina Yusuf");
    var patients = api.as(pair.patientToken()).get(CONVERSATIONS);
    assertThat(patients.each("id")).containsExactly(pair.conversation());
    assertThat(patients.body().at("/items/0/with/name").asString()).isEqualTo("Dr. Lena Brandt");
    assertThat(patients.body().at("/items/0/unread").asInt()).isZero();
    assertThat(patients.body().at("/items/0/lastMessage").isNull()).isTrue();
  }

  @Test
  void duplicatesAndFurtherAppointmentsKeepTheConversation() {
    var pair = Pair.withConversation(api);
    pair.say(api.as(pair.patientToken()), "Good morning");
    var before = api.as(pair.doctorToken()).get(pair.path()).body();

    var key = Ids.next();
    confirm(key, pair, "Dr. Lena Brandt", NOW, "m-" + key);
    confirm(key, pair, "Dr. Lena Brandt", NOW, "m-" + key);
    confirm(key, pair, "Dr. Lena Brandt", NOW.plusSeconds(60), "n-" + key);
    awaitEverythingBehind(key);

    assertThat(api.as(pair.doctorToken()).get(pair.path()).body()).isEqualTo(before);
    assertThat(api.as(pair.patientToken()).get(CONVERSATIONS).each("id")).hasSize(1);
  }

  @Test
  void newerNamesAreTakenOverAndOlderOnesAreNot() {
    var pair = Pair.strangers();
    var key = Ids.next();
    confirm(key, pair, "Dr. Lena Brandt", NOW, "1-" + key);
    confirm(key, pair, "Dr. Lena Brandt-Okafor", NOW.plusSeconds(60), "2-" + key);
    confirm(key, pair, "Dr. Lena Brandt", NOW, "1-" + key);
    awaitEverythingBehind(key);

    var seen = api.as(pair.patientToken()).get(pair.path()).body();
    assertThat(seen.at("/with/name").asString()).isEqualTo("Dr. Lena Brandt-Okafor");
  }

  @Test
  void doctorWhoIsTheOwnPatientHasNobodyToTalkTo() {
    var self = Ids.next();
    var key = Ids.next();
    confirm(key, new Pair(self, self), "Dr. Lena Brandt", NOW, "1-" + key);
    awaitEverythingBehind(key);
    assertThat(api.as(TestTokens.doctor(self)).get(CONVERSATIONS).each("id")).isEmpty();
  }

  @Test
  void listShowsNewestActivityFirstPageByPage() {
    var doctor = Ids.next();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      var pair = new Pair(doctor, Ids.next());
      pair.confirmAppointment();
      pair.awaitConversation(api);
      expected.addFirst(pair.conversation());
    }
    var first = new Pair(doctor, other(expected.removeLast(), doctor));
    first.say(api.as(first.patientToken()), "Are you there?");
    expected.addFirst(first.conversation());

    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page = api.as(TestTokens.doctor(doctor)).get(CONVERSATIONS + "?limit=2&cursor=" + cursor);
      seen.addAll(page.each("id"));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void listCountsWhatTheOtherSaidAndShowsTheLatest() {
    var pair = Pair.withConversation(api);
    var first = pair.say(api.as(pair.patientToken()), "first").text("id");
    pair.say(api.as(pair.doctorToken()), "reply");
    var last = pair.say(api.as(pair.patientToken()), "last " + "x".repeat(200)).text("id");

    var doctors = api.as(pair.doctorToken()).get(CONVERSATIONS).body().at("/items/0");
    assertThat(doctors.path("unread").asInt()).isEqualTo(2);
    assertThat(doctors.at("/lastMessage/preview").asString()).startsWith("last x").hasSize(120);
    assertThat(unread(pair.patientToken(), pair)).isEqualTo(1);

    assertThat(read(pair, last)).isEqualTo(204);
    assertThat(read(pair, last)).isEqualTo(204);
    assertThat(unread(pair.doctorToken(), pair)).isZero();
    assertThat(read(pair, first)).isEqualTo(204);
    assertThat(unread(pair.doctorToken(), pair)).isZero();
    assertThat(unread(pair.patientToken(), pair)).isEqualTo(1);
  }

  @Test
  void othersConversationIsLikeAMissingOne() {
    var pair = Pair.withConversation(api);
    var messageId = pair.say(api.as(pair.patientToken()), "private").text("id");
    var stranger = TestTokens.patient(Ids.next());
    var missing = Pair.strangers();
    for (var target : List.of(pair, missing)) {
      var replies =
          List.of(
              api.as(stranger).get(target.path()),
              api.as(stranger).get(target.path() + "/messages"),
              api.as(stranger).get(target.path() + "/messages?after=" + messageId),
              target.say(api.as(stranger), "let me in"),
              api.as(stranger).post(target.path() + "/read", Map.of("upTo", messageId)));
      assertThat(replies).allMatch(it -> it.status() == 404 && it.problem().equals("not-found"));
    }
    assertThat(api.as(TestTokens.admin(Ids.next())).get(pair.path()).status()).isEqualTo(404);
    assertThat(api.as(stranger).get(CONVERSATIONS).each("id")).isEmpty();
    assertThat(api.as(pair.doctorToken()).get(pair.path() + "/messages").each("id"))
        .containsExactly(messageId);
  }

  @Test
  void badIdsAndCursorsAreTheCallersError() {
    var token = TestTokens.patient(Ids.next());
    assertThat(api.as(token).get(CONVERSATIONS + "/not-an-id").status()).isEqualTo(404);
    assertThat(api.as(token).get(CONVERSATIONS + "?cursor=Zm9v").problem())
        .isEqualTo("invalid-request");
    var pair = Pair.withConversation(api);
    assertThat(api.as(pair.doctorToken()).get(pair.path() + "/messages?cursor=Zm9v").problem())
        .isEqualTo("invalid-request");
    assertThat(api.as(pair.doctorToken()).get(pair.path() + "/messages?after=nothing").status())
        .isEqualTo(404);
  }

  @Test
  void nobodyComesInWithoutAToken() {
    var pair = Pair.withConversation(api);
    assertThat(api.get(CONVERSATIONS).problem()).isEqualTo("unauthenticated");
    assertThat(api.as(TestTokens.expired(pair.patient())).get(pair.path()).status()).isEqualTo(401);
    assertThat(api.as(TestTokens.forged(pair.patient())).get(pair.path()).status()).isEqualTo(401);
  }

  private int unread(String token, Pair pair) {
    return api.as(token).get(pair.path()).body().path("unread").asInt();
  }

  private int read(Pair pair, String upTo) {
    return api.as(pair.doctorToken()).post(pair.path() + "/read", Map.of("upTo", upTo)).status();
  }

  private static String other(String conversation, String accountId) {
    return conversation.replace(accountId, "").replace("~", "");
  }

  private static void confirm(
      String key, Pair pair, String doctorName, Instant at, String messageId) {
    TestMessages.send(
        "appointment.events",
        key,
        "AppointmentConfirmed",
        pair.confirmation(key, doctorName, at),
        messageId);
  }

  /** Messages of one key are handled in order: when this one is, so are those before. */
  private void awaitEverythingBehind(String key) {
    var marker = Pair.strangers();
    confirm(key, marker, "Dr. Marker", NOW, "marker-" + key);
    await().until(() -> api.as(marker.doctorToken()).get(marker.path()).status() == 200);
  }
}
