package org.carelane.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What patients and administrators can see and do. */
@PaymentServiceIsRunning
class PaymentsOverHttpTest {

  private static final String PAYMENTS = "/api/v1/payments";
  private static final String LEDGER = "/api/v1/sandbox/ledger";
  private static final String ADMIN = TestTokens.admin("01a3d3ea-admin");

  @LocalServerPort private int port;
  private final RecordedMessages events = RecordedMessages.of("payment.events");
  private Api api;

  @BeforeEach
  void speakHttp() {
    api = Api.at(port);
  }

  @AfterEach
  void stopListening() {
    events.close();
  }

  @Test
  void patientSeesTheOwnPayment() {
    var booking = captured("card_ok");
    var view = api.as(booking.token()).get(booking.path()).body();
    assertThat(view.path("id").asString()).isEqualTo(booking.id());
    assertThat(view.path("appointmentId").asString()).isEqualTo(booking.id());
    assertThat(view.path("status").asString()).isEqualTo("CAPTURED");
    assertThat(view.at("/amount/amountMinor").asLong()).isEqualTo(Booking.FEE);
    assertThat(view.at("/amount/currency").asString()).isEqualTo("EUR");
    assertThat(view.path("paymentMethod").asString()).isEqualTo("card_ok");
    assertThat(view.path("expiresAt").asString()).isEqualTo(booking.expiresAt().toString());
    assertThat(view.at("/history/1/detail").asString()).isEqualTo("8500 EUR");
    var found = api.as(booking.token()).get(PAYMENTS + "?appointmentId=" + booking.id());
    assertThat(found.each("id")).containsExactly(booking.id());
    assertThat(api.as(ADMIN).get(booking.path()).body()).isEqualTo(view);
  }

  @Test
  void othersPaymentIsLikeAMissingOne() {
    var booking = waiting();
    for (var path : List.of(booking.path(), PAYMENTS + "/" + Ids.next())) {
      for (var stranger : List.of(TestTokens.patient(Ids.next()), TestTokens.doctor(Ids.next()))) {
        assertThat(api.as(stranger).get(path).refused()).isEqualTo("404 not-found");
        assertThat(api.as(stranger).post(path + "/confirm").refused()).isEqualTo("404 not-found");
        assertThat(api.as(stranger).get(PAYMENTS).each("id")).isEmpty();
        assertThat(api.as(stranger).get(PAYMENTS + "?appointmentId=" + booking.id()).each("id"))
            .isEmpty();
      }
    }
    assertThat(api.as(ADMIN).post(booking.path() + "/confirm").refused())
        .isEqualTo("404 not-found");
    assertThat(status(booking)).isEqualTo("REQUIRES_ACTION");
  }

  @Test
  void listsTheOwnPaymentsPageByPage() {
    var first = captured("card_ok");
    var patient = first.patient();
    List<String> ids = new ArrayList<>(List.of(first.id()));
    for (int i = 0; i < 4; i++) {
      var more =
          new Booking(UUID.randomUUID().toString(), patient, "card_ok", first.expiresAt()).take();
      more.reply(events, "PaymentCaptured");
      ids.addFirst(more.id());
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page = api.as(first.token()).get(PAYMENTS + "?limit=2&cursor=" + cursor);
      seen.addAll(page.each("id"));
      cursor = page.body().path("nextCursor").asString(null);
    } while (cursor != null);
    assertThat(seen).isEqualTo(ids);
    assertThat(api.as(ADMIN).get(PAYMENTS + "?limit=100").each("id")).containsAll(ids);
  }

  @Test
  void listsPaymentsOfSomeStatusesAndDays() {
    var taken = captured("card_ok");
    var waits =
        new Booking(Ids.next(), taken.patient(), "card_requires_action", inAMinute()).take();
    waits.reply(events, "PaymentRequiresAction");
    var declined = new Booking(Ids.next(), taken.patient(), "card_declined", inAMinute()).take();
    declined.reply(events, "PaymentFailed");
    var day = LocalDate.ofInstant(createdAt(taken), ZoneId.of("Pacific/Kiritimati"));

    assertThat(own(taken, "status=CAPTURED")).containsExactly(taken.id());
    assertThat(own(taken, "status=CAPTURED&status=REQUIRES_ACTION&limit=1"))
        .containsExactly(waits.id(), taken.id());
    assertThat(own(taken, "status=FAILED&status=REFUNDED")).containsExactly(declined.id());
    assertThat(own(taken, "status=FAILED&appointmentId=" + declined.id()))
        .containsExactly(declined.id());
    assertThat(own(taken, "status=FAILED&appointmentId=" + taken.id())).isEmpty();
    var there = "&zone=Pacific/Kiritimati";
    assertThat(own(taken, "from=" + day + there)).hasSize(3);
    assertThat(own(taken, "from=" + day.plusDays(2) + there)).isEmpty();
    assertThat(own(taken, "to=" + day.minusDays(1) + there)).isEmpty();
    assertThat(own(taken, "from=" + day + "&to=" + day.plusDays(1) + there + "&status=FAILED"))
        .containsExactly(declined.id());
    assertThat(api.as(ADMIN).get(PAYMENTS + "?limit=100&status=CAPTURED").each("status"))
        .isNotEmpty()
        .containsOnly("CAPTURED");
  }

  @Test
  void patientConfirmsAndTheSecondClickChangesNothing() {
    var booking = waiting();
    var clicks =
        Stream.generate(() -> api.as(booking.token()).post(booking.path() + "/confirm"))
            .limit(3)
            .toList();
    assertThat(clicks).allMatch(it -> it.status() == 202);
    booking.reply(events, "PaymentCaptured");
    assertThat(api.as(booking.token()).post(booking.path() + "/confirm").status()).isEqualTo(202);
    assertThat(entries(booking)).containsExactly("CAPTURE");
    assertThat(api.as(booking.token()).get(booking.path()).each("history", "status"))
        .containsExactly("PENDING", "REQUIRES_ACTION", "CONFIRMING", "CAPTURED");
    assertThat(booking.said(events)).containsExactly("PaymentRequiresAction", "PaymentCaptured");
  }

  @Test
  void nothingIsConfirmedThatNeedsNoConfirmation() {
    var booking = Booking.with("card_declined").take();
    booking.reply(events, "PaymentFailed");
    assertThat(api.as(booking.token()).post(booking.path() + "/confirm").refused())
        .isEqualTo("409 nothing-to-confirm");
    var view = api.as(booking.token()).get(booking.path());
    assertThat(view.text("status")).isEqualTo("FAILED");
    assertThat(view.text("failureReason")).isEqualTo("DECLINED");
  }

  @Test
  void nobodyComesInWithoutAToken() {
    var booking = waiting();
    for (var token :
        new String[] {
          null, TestTokens.expired(booking.patient()), TestTokens.forged(booking.patient())
        }) {
      assertThat(api.as(token).get(PAYMENTS).refused()).isEqualTo("401 unauthenticated");
      assertThat(api.as(token).get(booking.path()).refused()).isEqualTo("401 unauthenticated");
      assertThat(api.as(token).post(booking.path() + "/confirm").status()).isEqualTo(401);
      assertThat(api.as(token).get(LEDGER).refused()).isEqualTo("401 unauthenticated");
    }
  }

  @Test
  void badParametersAreTheCallersError() {
    var token = TestTokens.patient(Ids.next());
    for (var bad :
        List.of(
            "limit=0",
            "limit=101",
            "limit=x",
            "cursor=%21",
            "status=PAID",
            "status=FAILED,REFUNDED",
            "from=yesterday",
            "from=2026-02-02&to=2026-02-01",
            "zone=Berlin",
            "zone=EST",
            "to=1815-12-10")) {
      assertThat(api.as(token).get(PAYMENTS + "?" + bad).refused())
          .isEqualTo("400 invalid-request");
    }
    assertThat(api.as(token).post(PAYMENTS).refused()).isEqualTo("405 method-not-allowed");
    assertThat(api.as(token).get(PAYMENTS + "/a/b/c").refused()).isEqualTo("404 not-found");
  }

  @Test
  void ledgerIsForAdministratorsAndAddsUp() {
    var booking = captured("card_ok");
    assertThat(api.as(booking.token()).get(LEDGER).refused()).isEqualTo("403 forbidden");
    var before = totals();
    var another = captured("card_ok");
    another.refund();
    another.reply(events, "PaymentRefunded");
    var after = totals();
    assertThat(sum(after, "capturedMinor") - sum(before, "capturedMinor")).isEqualTo(Booking.FEE);
    assertThat(sum(after, "refundedMinor") - sum(before, "refundedMinor")).isEqualTo(Booking.FEE);
    assertThat(sum(after, "netMinor")).isEqualTo(sum(before, "netMinor"));
    captured("card_ok"); // its entry comes after theirs
    var entries = List.of(another.id() + " CAPTURE", another.id() + " REFUND");
    assertThat(everyEntry("limit=3")).containsAll(entries);
    assertThat(everyEntry("limit=1&paymentId=" + another.id())).isEqualTo(entries);
  }

  @Test
  void describesItsApi() {
    var paths = api.get("/v3/api-docs").body().path("paths");
    assertThat(paths.propertyNames())
        .contains(PAYMENTS, PAYMENTS + "/{id}", PAYMENTS + "/{id}/confirm", LEDGER);
    var ours = paths.propertyNames().stream().filter(path -> !path.equals("/error"));
    assertThat(ours.map(paths::path).flatMap(JsonNode::valueStream))
        .filteredOn(operation -> !operation.path("summary").isString())
        .isEmpty();
  }

  @Test
  void isHealthy() {
    assertThat(api.get("/actuator/health/readiness").text("status")).isEqualTo("UP");
  }

  /** Of the patient's payments, on all pages. */
  private List<String> own(Booking booking, String wanted) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      var page = api.as(booking.token()).get(PAYMENTS + "?" + wanted + "&cursor=" + cursor);
      ids.addAll(page.each("id"));
      cursor = page.body().path("nextCursor").asString(null);
    } while (cursor != null);
    return ids;
  }

  private Instant createdAt(Booking booking) {
    return Instant.parse(api.as(booking.token()).get(booking.path()).text("createdAt"));
  }

  private static Instant inAMinute() {
    return Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
  }

  private Booking captured(String card) {
    var booking = Booking.with(card).take();
    booking.reply(events, "PaymentCaptured");
    return booking;
  }

  private Booking waiting() {
    var booking = Booking.with("card_requires_action").take();
    booking.reply(events, "PaymentRequiresAction");
    return booking;
  }

  private String status(Booking booking) {
    return api.as(booking.token()).get(booking.path()).text("status");
  }

  private List<String> entries(Booking booking) {
    return api.as(ADMIN).get(LEDGER + "?paymentId=" + booking.id()).each("kind");
  }

  private JsonNode totals() {
    return api.as(ADMIN).get(LEDGER).body().at("/totals/0");
  }

  private static long sum(JsonNode totals, String field) {
    return totals.path(field).asLong();
  }

  private List<String> everyEntry(String wanted) {
    List<String> entries = new ArrayList<>();
    String cursor = "";
    do {
      var page = api.as(ADMIN).get(LEDGER + "?" + wanted + "&cursor=" + cursor).body();
      page.path("items")
          .valueStream()
          .map(it -> it.path("paymentId").asString() + " " + it.path("kind").asString())
          .forEach(entries::add);
      cursor = page.path("nextCursor").asString(null);
    } while (cursor != null);
    return entries;
  }
}
