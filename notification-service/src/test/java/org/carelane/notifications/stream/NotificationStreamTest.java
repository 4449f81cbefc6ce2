package org.carelane.notifications.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carelane.contracttesting.Contract;
import org.carelane.contracttesting.LiveContract;
import org.carelane.notifications.NotificationServiceIsRunning;
import org.carelane.notifications.Visit;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.EventStream;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@NotificationServiceIsRunning
class NotificationStreamTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:52.311Z");
  private static final String CHANNEL = "liveNotifications";
  private static final Duration LONG = Duration.ofMinutes(10);

  @LocalServerPort private int port;
  @Autowired private MeterRegistry meters;

  @Test
  void saysAtOnceThatItIsReadyAndThenWhatComes() {
    var visit = Visit.ofReachablePatient();
    try (var patient = open(visit.patientToken(), null);
        var doctor = open(visit.doctorToken(), null)) {
      assertThat(patient.header("Content-Type")).startsWith("text/event-stream");
      new LiveContract(CHANNEL, "StreamReady")
          .assertValid(patient.await("ready").content().toString());
      doctor.await("ready");
      visit.confirmed(NOW);
      var change = patient.await("appointment").content();
      new LiveContract(CHANNEL, "LiveAppointment").assertValid(change.toString());
      assertThat(change.path("appointmentId").asString()).isEqualTo(visit.appointment());
      assertThat(change.path("status").asString()).isEqualTo("CONFIRMED");
      assertThat(change.path("occurredAt").asString()).isEqualTo(NOW.toString());
      var shown = patient.await("notification").content();
      new LiveContract(CHANNEL, "LiveNotification").assertValid(shown.toString());
      var stored =
          Api.at(port).as(visit.patientToken()).get("/api/v1/notifications").body().at("/items/0");
      assertThat(shown).isEqualTo(stored);
      assertThat(doctor.await("notification").content().path("text").asString())
          .isEqualTo("Amina Yusuf booked an appointment with you.");
      visit.cancelled(NOW);
      patient.await(it -> it.content().path("status").asString("").equals("CANCELLED"));
      assertThat(names(patient))
          .containsExactly("ready", "notification", "appointment", "notification", "appointment");
    }
  }

  @Test
  void goesOnBehindTheLastEventWithoutGapOrRepetition() {
    var visit = Visit.ofReachablePatient();
    String last;
    try (var first = open(visit.patientToken(), null)) {
      first.await("ready");
      visit.confirmed(NOW);
      first.await("appointment");
      last = first.lastId();
    }
    visit.cancelled(NOW.minusSeconds(600));
    awaitInbox(visit, 2);
    try (var second = open(visit.patientToken(), last)) {
      second.await("appointment");
      var another = visit.another();
      another.confirmed(NOW);
      second.await(it -> appointmentOf(it).equals(another.appointment()) && isChange(it));
      assertThat(names(second))
          .containsExactly("ready", "notification", "appointment", "notification", "appointment");
      assertThat(second.named("appointment").getFirst().content().path("status").asString())
          .isEqualTo("CANCELLED");
    }
  }

  @Test
  void goesOnBetweenTheTwoEventsOfOneItem() {
    var visit = Visit.ofReachablePatient();
    String half;
    try (var first = open(visit.patientToken(), null)) {
      first.await("ready");
      visit.confirmed(NOW);
      half = first.await("notification").id();
    }
    try (var second = open(visit.patientToken(), half)) {
      second.await("appointment");
      assertThat(names(second)).containsExactly("ready", "appointment");
    }
  }

  @Test
  void missesNothingThatComesWhileItBegins() {
    var visit = Visit.ofReachablePatient();
    String last;
    try (var first = open(visit.patientToken(), null)) {
      last = first.await("ready").id();
    }
    var visits = IntStream.range(0, 12).mapToObj(_ -> visit.another()).toList();
    visits.subList(0, 6).forEach(it -> it.confirmed(NOW));
    try (var second = open(visit.patientToken(), last)) {
      visits.subList(6, 12).forEach(it -> it.confirmed(NOW));
      for (var it : visits) {
        second.await(event -> isChange(event) && appointmentOf(event).equals(it.appointment()));
      }
      assertThat(second.named("appointment")).hasSize(12);
      assertThat(second.named("notification")).hasSize(12);
    }
  }

  @Test
  void anEventThatComesTwiceIsShownOnce() {
    var visit = Visit.ofReachablePatient();
    try (var stream = open(visit.patientToken(), null)) {
      stream.await("ready");
      visit.confirmed(NOW);
      visit.confirmed(NOW);
      visit.cancelled(NOW);
      stream.await(it -> it.content().path("status").asString("").equals("CANCELLED"));
      assertThat(stream.named("appointment")).hasSize(2);
    }
  }

  @Test
  void whatIsNoPositionResetsIt() {
    var visit = Visit.ofReachablePatient();
    for (var unknown : List.of("x", "1.2.3", "99999999999999", "-1", "1".repeat(500))) {
      try (var stream = open(visit.patientToken(), unknown)) {
        stream.await("reset");
        assertThat(names(stream)).containsExactly("reset");
      }
    }
    awaitInbox(visit, 0);
  }

  @Test
  void othersHearNothing() {
    var visit = Visit.ofReachablePatient();
    try (var stranger = open(TestTokens.patient(Ids.next()), null);
        var patient = open(visit.patientToken(), null)) {
      stranger.await("ready");
      patient.await("ready");
      visit.confirmed(NOW);
      patient.await("appointment");
      stranger.awaitComment();
      assertThat(names(stranger)).containsExactly("ready");
    }
    assertThat(open(null, null).status()).isEqualTo(401);
  }

  @Test
  void endsWithItsSessionAndNoOther() {
    var account = Ids.next();
    try (var ended = open(TestTokens.inSession(account, "one" + account, LONG), null);
        var other = open(TestTokens.inSession(account, "two" + account, LONG), null)) {
      ended.await("ready");
      other.await("ready");
      say("session.events", account, "SessionEnded", Map.of("sessionId", "one" + account));
      ended.awaitEnd();
      assertThat(other.hasEnded()).isFalse();
    }
    var again = open(TestTokens.inSession(account, "one" + account, LONG), null);
    assertThat(again.status()).isEqualTo(401);
  }

  @Test
  void endsWhenTheTokenExpires() {
    var account = Ids.next();
    try (var stream = open(TestTokens.inSession(account, account, Duration.ofSeconds(3)), null)) {
      stream.await("ready");
      stream.awaitEnd();
    }
  }

  @Test
  void endsWhenTheAccountIsDisabled() {
    var account = Ids.next();
    try (var stream = open(TestTokens.patient(account), null)) {
      stream.await("ready");
      say("account.events", account, "AccountUpdated", Map.of("disabled", true));
      stream.awaitEnd();
    }
  }

  @Test
  void aFurtherStreamEndsTheOldestOfTheAccount() {
    var account = Ids.next();
    var streams = IntStream.range(0, 4).mapToObj(_ -> opened(TestTokens.patient(account))).toList();
    streams.getFirst().awaitEnd();
    streams.subList(1, 4).forEach(it -> assertThat(it.hasEnded()).isFalse());
    streams.forEach(EventStream::close);
  }

  @Test
  void aFurtherStreamThanTheInstanceBearsIsRefused() {
    var streams =
        IntStream.range(0, 25).mapToObj(_ -> open(TestTokens.patient(Ids.next()), null)).toList();
    var refused = streams.getLast();
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    streams.forEach(EventStream::close);
    var open = meters.get("carelane.notifications.streams.open").gauge();
    await().until(() -> open.value() == 0);
  }

  private EventStream opened(String token) {
    var stream = open(token, null);
    stream.await("ready");
    return stream;
  }

  private EventStream open(String token, String lastEventId) {
    Map<String, String> headers = new HashMap<>();
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    if (lastEventId != null) {
      headers.put("Last-Event-ID", lastEventId);
    }
    return EventStream.open(
        URI.create("http://localhost:" + port + "/api/v1/notifications/stream"), headers);
  }

  private void awaitInbox(Visit visit, int items) {
    var api = Api.at(port).as(visit.patientToken());
    await().until(() -> api.get("/api/v1/notifications").each("id").size() == items);
  }

  private static void say(String topic, String account, String type, Map<String, Object> members) {
    var event = (ObjectNode) JsonMapper.shared().readTree(Contract.of(topic, type).example());
    event.put("accountId", account);
    members.forEach((name, value) -> event.putPOJO(name, value));
    TestMessages.send(topic, account, type, JsonMapper.shared().writeValueAsString(event));
  }

  private static List<String> names(EventStream stream) {
    return stream.events().stream().map(EventStream.Event::name).toList();
  }

  private static boolean isChange(EventStream.Event event) {
    return event.name().equals("appointment");
  }

  private static String appointmentOf(EventStream.Event event) {
    return event.content().path("appointmentId").asString("");
  }
}
