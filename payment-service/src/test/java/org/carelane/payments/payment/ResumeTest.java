package org.carelane.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.carelane.payments.Booking;
import org.carelane.payments.PaymentServiceIsRunning;
import org.carelane.payments.provider.Charge;
import org.carelane.payments.provider.PaymentProvider;
import org.carelane.payments.provider.Refund;
import org.carelane.testservers.Api;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a process that died left in the database is finished by another. */
@PaymentServiceIsRunning
class ResumeTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @LocalServerPort private int port;
  @Autowired private Payments payments;
  @Autowired private AttemptProperties attempts;
  @Autowired private Clock clock;

  @Autowired
  @Qualifier("provider")
  private PaymentProvider provider;

  private final RecordedMessages events = RecordedMessages.of("payment.events");

  @AfterEach
  void stopListening() {
    events.close();
  }

  @Test
  void deathBeforeTheProviderWasAsked() {
    var booking = Booking.with("card_ok");
    leaveBehind(begun(booking));
    booking.reply(events, "PaymentCaptured");
    assertThat(ledger(booking)).containsExactly("CAPTURE");
  }

  @Test
  void deathAfterTheProviderCaptured() {
    var booking = Booking.with("card_ok");
    provider.capture(charge(booking));
    leaveBehind(begun(booking));
    booking.reply(events, "PaymentCaptured");
    assertThat(ledger(booking)).containsExactly("CAPTURE");
  }

  @Test
  void deathAfterTheProviderRefunded() {
    var booking = Booking.with("card_ok");
    provider.capture(charge(booking));
    provider.refund(new Refund(charge(booking), 1));
    var refund = new RefundRequest("RefundPayment:" + booking.id(), "SLOT_LOST");
    leaveBehind(in(new PaymentState.Refunding(request(booking), refund, 1), begun(booking)));
    booking.reply(events, "PaymentRefunded");
    assertThat(ledger(booking)).containsExactly("CAPTURE", "REFUND");
  }

  @Test
  void deathWhileThePaymentWasBeingWithdrawn() {
    var booking = Booking.with("card_ok");
    provider.capture(charge(booking));
    var refund = new RefundRequest("RefundPayment:" + booking.id(), "SLOT_LOST");
    leaveBehind(in(new PaymentState.Withdrawing(request(booking), refund), begun(booking)));
    booking.reply(events, "PaymentRefunded");
    assertThat(booking.said(events)).containsExactly("PaymentCaptured", "PaymentRefunded");
    assertThat(ledger(booking)).containsExactly("CAPTURE", "REFUND");
  }

  @Test
  void paymentTheProviderNeverHeardOfIsNotTakenOnceItExpired() {
    var booking = Booking.with("card_ok", Duration.ofSeconds(-1));
    leaveBehind(begun(booking));
    var failed = booking.reply(events, "PaymentFailed");
    assertThat(failed.path("reason").asString()).isEqualTo("PROVIDER_UNAVAILABLE");
    assertThat(ledger(booking)).isEmpty();
  }

  @Test
  void goesOnInTheTraceOfItsCommand() {
    var booking = Booking.with("card_ok");
    leaveBehind(begun(booking).within("00-" + TRACE + "-00f067aa0ba902b7-01"));
    var captured = events.await("PaymentCaptured", booking.id());
    assertThat(captured.headers().get("traceparent")).contains(TRACE);
  }

  private void leaveBehind(Payment payment) {
    payments.save(payment);
  }

  /** Long enough ago that its process must be dead. */
  private Payment begun(Booking booking) {
    var before = clock.instant().minus(attempts.lease().multipliedBy(2));
    return Payment.begin(booking.id(), request(booking), before, attempts);
  }

  private static Payment in(PaymentState state, Payment begun) {
    return new Payment(
        begun.id(),
        begun.createdAt(),
        state,
        begun.history(),
        begun.due(),
        null,
        null,
        List.of(),
        null);
  }

  private static PaymentRequest request(Booking booking) {
    return new PaymentRequest(
        "TakePayment:" + booking.id(),
        booking.patient(),
        Booking.FEE,
        "EUR",
        booking.card(),
        booking.expiresAt());
  }

  private static Charge charge(Booking booking) {
    return new Charge(booking.id(), Booking.FEE, "EUR", booking.card(), booking.expiresAt());
  }

  private List<String> ledger(Booking booking) {
    return Api.at(port)
        .as(TestTokens.admin("admin"))
        .get("/api/v1/sandbox/ledger?paymentId=" + booking.id())
        .each("kind");
  }
}
