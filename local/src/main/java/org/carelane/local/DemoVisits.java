package org.carelane.local;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.carelane.local.DemoData.DemoPerson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the demo patient has booked, and a conversation with the demo doctor. A visit is known by
 * its reason, so that an interrupted load can be repeated.
 */
final class DemoVisits {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** At least: enough to be confirmed on a slow machine. */
  private static final int LEAD_MINUTES = 3;

  private static final int SHORTEST_VISIT_MINUTES = 5;
  private static final String CHEST_PAIN = "Chest pain when climbing stairs";

  private record Line(boolean byDoctor, String text) {}

  private static final List<Line> TALK =
      List.of(
          new Line(false, "Good morning. Shall I bring the letter from my last doctor?"),
          new Line(true, "Good morning! Yes please, and a list of what you take every day."),
          new Line(false, "It is one tablet for the blood pressure, in the morning."),
          new Line(true, "Thank you. Take it as always on the day of our appointment."));

  private final PublicApi api;
  private final String patient;
  private final DemoPerson doctor;
  private final List<String> doctors;

  /**
   * @param patient access token
   * @param doctors ids of the doctors to visit; the first is the demo doctor
   */
  DemoVisits(PublicApi api, String patient, DemoPerson doctor, List<String> doctors) {
    this.api = api;
    this.patient = patient;
    this.doctor = doctor;
    this.doctors = doctors;
  }

  void load() {
    visit(0, 0, "VIDEO", CHEST_PAIN, "card_ok");
    today();
    visit(1, 40, "IN_PERSON", "A mole that has changed", "card_declined");
    cancel(visit(3, 60, "VIDEO", "Advice before a journey with a baby", "card_ok"));
    visit(2, 30, "IN_PERSON", "Yearly check-up", "card_ok");
    visit(1, 70, "VIDEO", "A rash on the arm", "card_ok");
    visit(0, 100, "IN_PERSON", "Results of the long-term ECG", "card_ok");
    talk();
  }

  /**
   * A visit that begins within minutes: the first one that is past. Nobody can book in the past.
   */
  private void today() {
    var reason = "Short question about tablets";
    var zone = ZoneId.of(DemoDoctor.ALL.getFirst().zone());
    var now = LocalDateTime.now(zone).truncatedTo(ChronoUnit.MINUTES);
    // At a full five minutes.
    var latest = now.plusMinutes(LEAD_MINUTES + 4);
    var start = latest.minusMinutes(latest.getMinute() % 5);
    var end = start.plusMinutes(SHORTEST_VISIT_MINUTES);
    if (known(reason) != null || !end.toLocalDate().equals(now.toLocalDate())) {
      return;
    }
    var day = now.toLocalDate().toString();
    var slots = "/doctors/" + doctors.getFirst() + "/slots";
    var hours =
        Map.of(
            "dateFrom",
            day,
            "dateTo",
            day,
            "startTime",
            start.toLocalTime().toString(),
            "endTime",
            end.toLocalTime().toString(),
            "durationMinutes",
            SHORTEST_VISIT_MINUTES);
    api.post(slots + "/bulk", doctor.token(), null, hours).orFail("creating a slot today");
    var free = api.get(slots + "?from=" + day + "&to=" + day, null).body().path("items");
    if (!free.isEmpty()) {
      awaitEnd(book(free.path(0).path("id").asString(), "VIDEO", reason, "card_ok"));
    }
  }

  /** Returns when it is confirmed or cancelled, because a patient may hold a few slots only. */
  private String visit(int whose, int which, String mode, String reason, String card) {
    var known = known(reason);
    return awaitEnd(known == null ? book(slot(whose, which), mode, reason, card) : known);
  }

  private @Nullable String known(String reason) {
    var mine = api.get("/appointments?limit=100", patient).orFail("looking for appointments");
    for (var visit : mine.body().path("items")) {
      if (visit.path("reason").asString("").equals(reason)) {
        return visit.path("id").asString();
      }
    }
    return null;
  }

  private String slot(int whose, int which) {
    var from = LocalDate.now().plusDays(1);
    var days = "?from=" + from + "&to=" + from.plusDays(DemoData.DAYS);
    var free = api.get("/doctors/" + doctors.get(whose) + "/slots" + days, null);
    var slots = free.orFail("looking for free slots").body().path("items");
    return slots.path(Math.min(which, slots.size() - 1)).path("id").asString();
  }

  private String book(String slot, String mode, String reason, String card) {
    var wish = Map.of("slotId", slot, "mode", mode, "reason", reason, "paymentMethod", card);
    var booked = api.post("/appointments", patient, "demo-" + reason.replace(' ', '-'), wish);
    return booked.orFail("booking \"" + reason + "\"").body().path("id").asString();
  }

  private String awaitEnd(String id) {
    await(
        "the end of a booking",
        () -> {
          var status = api.get("/appointments/" + id, patient).body().path("status");
          return List.of("CONFIRMED", "CANCELLED").contains(status.asString("")) ? status : null;
        });
    return id;
  }

  private void cancel(String id) {
    api.post("/appointments/" + id + "/cancel", patient, null, Map.of()).orFail("cancelling");
  }

  private void talk() {
    var conversation = await("a conversation", this::conversation);
    var messages = "/conversations/" + conversation.path("id").asString() + "/messages";
    for (int i = 0; i < TALK.size(); i++) {
      var line = TALK.get(i);
      var speaker = line.byDoctor() ? doctor.token() : patient;
      api.post(messages, speaker, "demo-message-" + i, Map.of("text", line.text()))
          .orFail("sending a message");
    }
  }

  private @Nullable JsonNode conversation() {
    for (var conversation : api.get("/conversations", patient).body().path("items")) {
      if (conversation.path("with").path("id").asString("").equals(doctor.id())) {
        return conversation;
      }
    }
    return null;
  }

  private static JsonNode await(String what, Supplier<@Nullable JsonNode> look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var found = look.get();
      if (found != null) {
        return found;
      }
      Pause.of(BETWEEN_LOOKS);
    }
    throw new FleetException(what + " does not come");
  }
}
