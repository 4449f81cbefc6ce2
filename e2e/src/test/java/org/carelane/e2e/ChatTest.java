package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.carelane.e2e.People.Person;
import org.carelane.testservers.Api.Reply;
import org.junit.jupiter.api.Test;

class ChatTest {

  private final Clinic clinic = Clinic.open();
  private final Person doctor = clinic.doctor();
  private final Person patient = People.patient();
  private final Person stranger = People.patient();
  private final String id = aConversation();
  private final String path = "/api/v1/conversations/" + id;

  @Test
  void bothHearEachOtherAtOnce() throws Exception {
    try (var atDoctors = listening(doctor);
        var atPatients = listening(patient)) {
      assertThat(say(patient, "Does it itch?").status()).isEqualTo(201);
      assertThat(atDoctors.next()).startsWith("MESSAGE").contains("Does it itch?");
      assertThat(atPatients.next()).startsWith("MESSAGE").contains("Does it itch?");
      atDoctors.say(id, "It should not.");
      assertThat(atPatients.next()).startsWith("MESSAGE").contains("It should not.");
    }
    assertThat(messages(doctor)).containsExactly("It should not.", "Does it itch?");
  }

  @Test
  void messagesArePagedAndRead() {
    for (var text : List.of("One", "Two", "Three")) {
      assertThat(say(doctor, text).status()).isEqualTo(201);
    }
    var page = patient.api().get(path + "/messages?limit=2");
    assertThat(page.each("text")).containsExactly("Three", "Two");
    var next = patient.api().get(path + "/messages?limit=2&cursor=" + page.nextCursor());
    assertThat(next.each("text")).containsExactly("One");
    assertThat(next.nextCursor()).isNull();

    assertThat(patient.api().get(path).body().path("unread").asInt()).isEqualTo(3);
    var upTo = Map.of("upTo", page.each("id").getFirst());
    assertThat(patient.api().post(path + "/read", upTo).status()).isEqualTo(204);
    assertThat(patient.api().get(path).body().path("unread").asInt()).isZero();
  }

  @Test
  void othersGet404AndARefusedSubscription() throws Exception {
    var api = stranger.api();
    assertThat(api.get(path).refused()).isEqualTo("404 not-found");
    assertThat(api.get(path + "/messages").refused()).isEqualTo("404 not-found");
    assertThat(say(stranger, "Hello").refused()).isEqualTo("404 not-found");
    try (var live = Live.connect(token(stranger))) {
      assertThat(live.next()).startsWith("CONNECTED");
      live.subscribe(id);
      assertRefused(live, "not-found");
    }
    try (var live = Live.connect(token(stranger))) {
      assertThat(live.next()).startsWith("CONNECTED");
      live.say(id, "Hello");
      assertRefused(live, "not-found");
    }
    try (var live = Live.connect("nonsense")) {
      assertRefused(live, "unauthenticated");
    }
    assertThat(messages(patient)).isEmpty();
  }

  /** The gateway may pass on that the connection is closed before it passes on why. */
  private static void assertRefused(Live live, String problem) throws InterruptedException {
    assertThat(live.next())
        .satisfiesAnyOf(
            frame -> assertThat(frame).startsWith("ERROR").contains(problem),
            frame -> assertThat(frame).isEqualTo("closed 1002"));
  }

  private String aConversation() {
    Booking.of(patient, clinic.freeSlots().getFirst(), "card_ok").awaitStatus("CONFIRMED");
    return await("a conversation")
        .until(() -> patient.api().get("/api/v1/conversations").each("id"), it -> !it.isEmpty())
        .getFirst();
  }

  private Live listening(Person person) throws InterruptedException {
    var live = Live.connect(token(person));
    assertThat(live.next()).startsWith("CONNECTED");
    live.subscribe(id);
    assertThat(live.next()).startsWith("RECEIPT");
    return live;
  }

  private Reply say(Person person, String text) {
    return person.api().post(path + "/messages", Map.of("text", text));
  }

  private List<String> messages(Person person) {
    return person.api().get(path + "/messages").each("text");
  }

  private static String token(Person person) {
    return person.api().headers().get("Authorization").replace("Bearer ", "");
  }
}
