package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.carelane.e2e.People.Person;
import org.junit.jupiter.api.Test;

class ChatTest {

  @Test
  void doctorAndPatientTalkAndNobodyElseListens() throws Exception {
    var clinic = Clinic.open();
    var patient = People.patient();
    var doctor = clinic.doctor();
    Booking.of(patient, clinic.freeSlots().getFirst(), "card_ok").awaitStatus("CONFIRMED");
    await("a conversation")
        .atMost(Duration.ofSeconds(30))
        .until(() -> !patient.api().get("/api/v1/conversations").each("id").isEmpty());
    var id = patient.api().get("/api/v1/conversations").each("id").getFirst();
    var messages = "/api/v1/conversations/" + id + "/messages";

    try (var live = Live.connect(token(doctor))) {
      assertThat(live.next()).startsWith("CONNECTED");
      live.subscribe(id);
      assertThat(live.next()).startsWith("RECEIPT");
      assertThat(patient.api().post(messages, Map.of("text", "Does it itch?")).status())
          .isEqualTo(201);
      assertThat(live.next()).startsWith("MESSAGE").contains("Does it itch?");
    }
    assertThat(doctor.api().post(messages, Map.of("text", "It should not.")).status())
        .isEqualTo(201);
    assertThat(patient.api().get(messages).each("text"))
        .containsExactlyInAnyOrder("Does it itch?", "It should not.");

    var stranger = People.patient();
    assertThat(stranger.api().get(messages).refused()).isEqualTo("404 not-found");
    assertThat(stranger.api().post(messages, Map.of("text", "Hello")).refused())
        .isEqualTo("404 not-found");
    try (var live = Live.connect(token(stranger))) {
      assertThat(live.next()).startsWith("CONNECTED");
      live.subscribe(id);
      assertThat(live.next()).startsWith("ERROR");
    }
    try (var live = Live.connect("nonsense")) {
      assertThat(live.next()).startsWith("ERROR");
    }
  }

  private static String token(Person person) {
    return person.api().headers().get("Authorization").replace("Bearer ", "");
  }
}
