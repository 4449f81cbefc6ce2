package org.carelane.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the booking gets for its commands, and what the sandbox's ledger says to it. */
@PaymentServiceIsRunning
class CommandsTest {

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
  void capturesAGoodCard() {
    var booking = Booking.with("card_ok").take();
    var captured = booking.reply(events, "PaymentCaptured");
    assertThat(captured.path("commandId").asString()).isEqualTo("TakePayment:" + booking.id());
    assertThat(captured.path("amountMinor").asLong()).isEqualTo(Booking.FEE);
    assertThat(captured.path("patientId").asString()).isEqualTo(booking.patient());
    assertThat(ledger(booking)).containsExactly("CAPTURE 8500 EUR");
    assertThat(history(booking)).containsExactly("PENDING", "CAPTURED");
  }

  @Test
  void declinesABadCardAndAnUnknownOne() {
    for (var card : List.of("card_declined", "card_nobody_knows")) {
      var booking = Booking.with(card).take();
      var failed = booking.reply(events, "PaymentFailed");
      assertThat(failed.path("reason").asString()).isEqualTo("DECLINED");
      booking.refund();
      var refunded = booking.reply(events, "PaymentRefunded");
      assertThat(refunded.path("amountMinor").asLong()).isZero();
      assertThat(refunded.path("currency").asString()).isEqualTo("EUR");
      assertThat(ledger(booking)).isEmpty();
    }
  }

  @Test
  void refundsWhatWasCaptured() {
    var booking = Booking.with("card_ok").take();
    booking.reply(events, "PaymentCaptured");
    booking.refund();
    var refunded = booking.reply(events, "PaymentRefunded");
    assertThat(refunded.path("commandId").asString()).isEqualTo("RefundPayment:" + booking.id());
    assertThat(refunded.path("amountMinor").asLong()).isEqualTo(Booking.FEE);
    assertThat(ledger(booking)).containsExactly("CAPTURE 8500 EUR", "REFUND 8500 EUR");
    assertThat(history(booking)).containsExactly("PENDING", "CAPTURED", "REFUNDING", "REFUNDED");
  }

  @Test
  void duplicatesChargeAndRefundOnceAndAreAnsweredAlike() {
    var booking = Booking.with("card_ok").take().take();
    var first = booking.reply(events, "PaymentCaptured");
    booking.take();
    assertThat(booking.replies(events, "PaymentCaptured", 2).body(1)).isEqualTo(first);
    booking.refund().refund();
    var refunded = booking.reply(events, "PaymentRefunded");
    booking.refund();
    assertThat(booking.replies(events, "PaymentRefunded", 2).body(1)).isEqualTo(refunded);
    booking.take();
    booking.replies(events, "PaymentCaptured", 3);
    assertThat(ledger(booking)).containsExactly("CAPTURE 8500 EUR", "REFUND 8500 EUR");
  }

  @Test
  void refundThatComesFirstKeepsThePaymentFromBeingTaken() {
    var booking = Booking.with("card_ok").refund();
    var refunded = booking.reply(events, "PaymentRefunded");
    assertThat(refunded.path("amountMinor").asLong()).isZero();
    assertThat(refunded.path("currency").asString()).isEqualTo("XXX");
    booking.take();
    var failed = booking.reply(events, "PaymentFailed");
    assertThat(failed.path("reason").asString()).isEqualTo("WITHDRAWN");
    booking.refund().take();
    booking.replies(events, "PaymentRefunded", 2);
    booking.replies(events, "PaymentFailed", 2);
    assertThat(ledger(booking)).isEmpty();
  }

  @Test
  void refundRightBehindThePaymentLeavesNothingCaptured() {
    for (int i = 0; i < 10; i++) {
      var booking = Booking.with("card_ok").take().refund();
      var refunded = booking.reply(events, "PaymentRefunded");
      var ledger = ledger(booking);
      if (refunded.path("amountMinor").asLong() == 0) {
        assertThat(ledger).isEmpty();
        assertThat(booking.said(events)).containsExactly("PaymentFailed", "PaymentRefunded");
      } else {
        assertThat(ledger).containsExactly("CAPTURE 8500 EUR", "REFUND 8500 EUR");
        assertThat(booking.said(events)).containsExactly("PaymentCaptured", "PaymentRefunded");
      }
    }
  }

  @Test
  void findsOutWhatAnUnreachableProviderDid() {
    var booking = Booking.with("card_unreachable").take();
    booking.reply(events, "PaymentCaptured");
    assertThat(ledger(booking)).containsExactly("CAPTURE 8500 EUR");
    var details = api.as(booking.token()).get(booking.path()).each("history", "detail");
    assertThat(details).contains("no answer from the provider");
  }

  @Test
  void refundOfAnUnreachableProviderWaitsForTheOutcome() {
    var booking = Booking.with("card_unreachable").take().refund();
    var refunded = booking.reply(events, "PaymentRefunded");
    var net = refunded.path("amountMinor").asLong();
    assertThat(ledger(booking)).hasSize(net == 0 ? 0 : 2);
  }

  @Test
  void reportsALateCaptureAndGivesItBackWhenAsked() {
    var booking = Booking.with("card_slow", Duration.ofMillis(500)).take();
    var captured = booking.reply(events, "PaymentCaptured");
    assertThat(Instant.parse(captured.path("occurredAt").asString())).isAfter(booking.expiresAt());
    booking.refund();
    booking.reply(events, "PaymentRefunded");
    assertThat(ledger(booking)).containsExactly("CAPTURE 8500 EUR", "REFUND 8500 EUR");
  }

  @Test
  void refundBeforeALateCaptureWaitsForIt() {
    var booking = Booking.with("card_slow", Duration.ofSeconds(6)).take().refund();
    var refunded = booking.reply(events, "PaymentRefunded");
    assertThat(refunded.path("amountMinor").asLong()).isEqualTo(Booking.FEE);
    assertThat(booking.said(events)).containsExactly("PaymentCaptured", "PaymentRefunded");
    assertThat(ledger(booking)).containsExactly("CAPTURE 8500 EUR", "REFUND 8500 EUR");
    assertThat(history(booking)).contains("WITHDRAWING").endsWith("REFUNDING", "REFUNDED");
  }

  @Test
  void paymentNobodyConfirmsExpires() {
    var booking = Booking.with("card_requires_action", Duration.ofSeconds(5)).take();
    var action = booking.reply(events, "PaymentRequiresAction");
    assertThat(action.path("expiresAt").asString()).isEqualTo(booking.expiresAt().toString());
    var failed = booking.reply(events, "PaymentFailed");
    assertThat(failed.path("reason").asString()).isEqualTo("EXPIRED");
    assertThat(api.as(booking.token()).post(booking.path() + "/confirm").refused())
        .isEqualTo("409 nothing-to-confirm");
    assertThat(ledger(booking)).isEmpty();
  }

  @Test
  void unconfirmedPaymentIsWithdrawnByItsRefund() {
    var booking = Booking.with("card_requires_action").take();
    booking.reply(events, "PaymentRequiresAction");
    booking.take();
    booking.replies(events, "PaymentRequiresAction", 2);
    booking.refund();
    booking.reply(events, "PaymentRefunded");
    var failed = booking.reply(events, "PaymentFailed");
    assertThat(failed.path("reason").asString()).isEqualTo("WITHDRAWN");
    assertThat(ledger(booking)).isEmpty();
  }

  @Test
  void refusedRefundIsTriedAgainWhenAskedAgain() {
    var booking = Booking.with("card_refund_fails").take();
    booking.reply(events, "PaymentCaptured");
    for (int refusals = 1; refusals <= 2; refusals++) {
      booking.refund();
      var failed = booking.replies(events, "RefundFailed", refusals).body(refusals - 1);
      assertThat(failed.path("reason").asString()).isEqualTo("PROVIDER_REFUSED");
    }
    assertThat(ledger(booking)).containsExactly("CAPTURE 8500 EUR");
    booking.refund();
    booking.reply(events, "PaymentRefunded");
    assertThat(ledger(booking)).containsExactly("CAPTURE 8500 EUR", "REFUND 8500 EUR");
  }

  @Test
  void commandWithoutAnAmountIsParked() {
    var id = Ids.next();
    TestMessages.send(
        "payment.commands",
        id,
        "TakePayment",
        """
        {"commandId":"TakePayment:%s","appointmentId":"%s","patientId":"p","currency":"EUR",
         "paymentMethod":"card_ok","expiresAt":"2027-03-01T10:17:30.412Z"}
        """
            .formatted(id, id));
    try (var parked = RecordedMessages.of("payment.commands.dlt")) {
      parked.await("TakePayment", id);
    }
    assertThat(api.as(TestTokens.admin("a")).get("/api/v1/payments/" + id).status()).isEqualTo(404);
  }

  @Test
  void repliesCarryTheTraceOfTheirCommand() {
    var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    var booking = Booking.with("card_ok").takeIn("00-" + trace + "-00f067aa0ba902b7-01");
    var captured = events.await("PaymentCaptured", booking.id());
    assertThat(captured.headers().get("traceparent")).contains(trace);
  }

  private List<String> ledger(Booking booking) {
    var admin = TestTokens.admin("admin");
    var entries = api.as(admin).get("/api/v1/sandbox/ledger?paymentId=" + booking.id()).body();
    return entries
        .path("items")
        .valueStream()
        .map(
            it ->
                "%s %d %s"
                    .formatted(
                        it.path("kind").asString(),
                        it.path("amountMinor").asLong(),
                        it.path("currency").asString()))
        .toList();
  }

  private List<String> history(Booking booking) {
    return api.as(booking.token()).get(booking.path()).each("history", "status");
  }
}
