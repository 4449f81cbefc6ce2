package org.carelane.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carelane.notifications.NotificationServiceIsRunning;
import org.carelane.notifications.Visit;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What doctor and patient find in the app. */
@NotificationServiceIsRunning
class InboxTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:52.311Z");
  private static final String NOTIFICATIONS = "/api/v1/notifications";

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void speakHttp() {
    api = Api.at(port);
  }

  @Test
  void confirmedAppointmentIsToldToBoth() {
    var visit = Visit.ofReachablePatient();
    visit.confirmed(NOW);
    var patients = inboxOf(visit.patientToken(), 1).body().at("/items/0");
    assertThat(patients.path("kind").asString()).isEqualTo("APPOINTMENT_CONFIRMED");
    assertThat(patients.path("title").asString()).isEqualTo("Appointment confirmed");
    assertThat(patients.path("text").asString())
        .isEqualTo("Your appointment with Dr. Lena Brandt is confirmed.");
    assertThat(patients.path("appointmentId").asString()).isEqualTo(visit.appointment());
    assertThat(patients.path("startsAt").asString()).isEqualTo("2027-03-15T08:00:00Z");
    assertThat(patients.path("createdAt").asString()).isEqualTo(NOW.toString());
    assertThat(patients.path("readAt").isNull()).isTrue();
    assertThat(inboxOf(visit.doctorToken(), 1).each("text"))
        .containsExactly("Amina Yusuf booked an appointment with you.");
  }

  @Test
  void cancelledAppointmentIsToldToBothOnceEach() {
    var visit = Visit.ofReachablePatient();
    visit.confirmed(NOW);
    visit.cancelled(NOW.plusSeconds(60));
    visit.cancelled(NOW.plusSeconds(60));
    visit.confirmed(NOW);
    awaitEverythingBehind(visit);
    assertThat(inboxOf(visit.patientToken(), 2).each("text"))
        .containsExactly(
            "You cancelled your appointment with Dr. Lena Brandt.",
            "Your appointment with Dr. Lena Brandt is confirmed.");
    assertThat(inboxOf(visit.doctorToken(), 2).each("text"))
        .containsExactly(
            "A patient cancelled an appointment with you.",
            "Amina Yusuf booked an appointment with you.");
  }

  @Test
  void confirmationBehindTheCancellationIsNoNews() {
    var visit = Visit.ofReachablePatient();
    visit.cancelled(NOW.plusSeconds(60));
    visit.confirmed(NOW);
    awaitEverythingBehind(visit);
    assertThat(inboxOf(visit.patientToken(), 1).each("kind"))
        .containsExactly("APPOINTMENT_CANCELLED");
  }

  @Test
  void doctorIsNotToldOfABookingThatNeverWas() {
    var visit = Visit.ofReachablePatient();
    visit.cancelled(NOW);
    awaitEverythingBehind(visit);
    assertThat(inboxOf(visit.doctorToken(), 0).each("id")).isEmpty();
  }

  @Test
  void newestComesFirstPageByPage() {
    var visit = Visit.ofReachablePatient();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      var next = visit.another();
      next.confirmed(NOW.plusSeconds(i / 2)); // some at the same time
      expected.add(next.appointment());
    }
    inboxOf(visit.patientToken(), 5);

    List<String> seen = new ArrayList<>();
    List<String> times = new ArrayList<>();
    String cursor = "";
    do {
      var page = api.as(visit.patientToken()).get(NOTIFICATIONS + "?limit=2&cursor=" + cursor);
      assertThat(page.each("id")).hasSizeLessThanOrEqualTo(2);
      seen.addAll(page.each("appointmentId"));
      times.addAll(page.each("createdAt"));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void readItemsAreNoLongerUnread() {
    var visit = Visit.ofReachablePatient();
    visit.confirmed(NOW);
    visit.another().confirmed(NOW.plusSeconds(1));
    var token = visit.patientToken();
    var newest = inboxOf(token, 2).each("id").getFirst();
    assertThat(unread(token)).isEqualTo(2);

    assertThat(read(token, newest)).isEqualTo(204);
    var readAt = api.as(token).get(NOTIFICATIONS).each("readAt").getFirst();
    assertThat(read(token, newest)).isEqualTo(204);

    assertThat(api.as(token).get(NOTIFICATIONS).each("readAt").getFirst()).isEqualTo(readAt);
    assertThat(unread(token)).isEqualTo(1);
    assertThat(api.as(token).get(NOTIFICATIONS + "?unread=true").each("id"))
        .hasSize(1)
        .doesNotContain(newest);
    assertThat(api.as(token).get(NOTIFICATIONS).each("id")).hasSize(2);

    assertThat(api.as(token).post(NOTIFICATIONS + "/read-all").status()).isEqualTo(204);
    assertThat(unread(token)).isZero();
    assertThat(api.as(token).get(NOTIFICATIONS + "?unread=true").each("id")).isEmpty();
    assertThat(unread(visit.doctorToken())).isEqualTo(2);
  }

  @Test
  void messageThatComesAgainStaysRead() {
    var visit = Visit.ofReachablePatient();
    visit.confirmed(NOW);
    read(visit.patientToken(), inboxOf(visit.patientToken(), 1).each("id").getFirst());
    visit.confirmed(NOW);
    awaitEverythingBehind(visit);
    assertThat(unread(visit.patientToken())).isZero();
  }

  @Test
  void othersItemIsLikeAMissingOne() {
    var visit = Visit.ofReachablePatient();
    visit.confirmed(NOW);
    var id = inboxOf(visit.patientToken(), 1).each("id").getFirst();
    for (var token :
        List.of(
            visit.doctorToken(), TestTokens.patient(Ids.next()), TestTokens.admin(Ids.next()))) {
      var reply = api.as(token).post(NOTIFICATIONS + "/" + id + "/read");
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.problem()).isEqualTo("not-found");
    }
    assertThat(read(visit.patientToken(), "nothing")).isEqualTo(404);
    assertThat(unread(visit.patientToken())).isEqualTo(1);
  }

  @Test
  void badRequestsAreTheCallersError() {
    var token = TestTokens.patient(Ids.next());
    for (var query : List.of("cursor=Zm9v", "cursor=!", "limit=0", "limit=101", "unread=maybe")) {
      var reply = api.as(token).get(NOTIFICATIONS + "?" + query);
      assertThat(reply.status()).as(query).isEqualTo(400);
      assertThat(reply.problem()).as(query).isEqualTo("invalid-request");
    }
  }

  @Test
  void nobodyComesInWithoutAToken() {
    assertThat(api.get(NOTIFICATIONS).problem()).isEqualTo("unauthenticated");
    assertThat(api.get(NOTIFICATIONS + "/unread-count").status()).isEqualTo(401);
    assertThat(api.post(NOTIFICATIONS + "/read-all").status()).isEqualTo(401);
    assertThat(api.as(TestTokens.forged(Ids.next())).get(NOTIFICATIONS).status()).isEqualTo(401);
    assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
  }

  private Api.Reply inboxOf(String token, int items) {
    return await()
        .until(() -> api.as(token).get(NOTIFICATIONS), it -> it.each("id").size() == items);
  }

  private int unread(String token) {
    return api.as(token).get(NOTIFICATIONS + "/unread-count").body().path("unread").asInt(-1);
  }

  private int read(String token, String id) {
    return api.as(token).post(NOTIFICATIONS + "/" + id + "/read").status();
  }

  /** Messages of one key are handled in order: when this one is, so are those before. */
  private void awaitEverythingBehind(Visit visit) {
    var marker = Visit.ofReachablePatient();
    marker.confirmedBehind(visit, NOW);
    inboxOf(marker.patientToken(), 1);
  }
}
