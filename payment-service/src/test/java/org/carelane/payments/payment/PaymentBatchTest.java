package org.carelane.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.carelane.messaging.Received;
import org.carelane.payments.Booking;
import org.carelane.payments.PaymentServiceIsRunning;
import org.carelane.payments.payment.PaymentState.Captured;
import org.carelane.payments.payment.PaymentState.Charging;
import org.carelane.payments.payment.PaymentState.Failed;
import org.carelane.payments.payment.PaymentState.Refunded;
import org.carelane.payments.provider.Charge;
import org.carelane.payments.provider.PaymentProvider;
import org.carelane.payments.provider.ProviderBooks;
import org.carelane.payments.provider.ProviderBooks.Movement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Commands that are handled together, with the sandbox's books at hand. */
@PaymentServiceIsRunning
class PaymentBatchTest {

  @Autowired private PaymentBatch batch;
  @Autowired private Payments payments;
  @Autowired private ProviderBooks books;

  @Autowired
  @Qualifier("provider")
  private PaymentProvider provider;

  @Test
  void chargesAreSavedOnceWithTheirOutcome() {
    var good = Stream.generate(() -> Booking.with("card_ok")).limit(20).toList();
    var bad = Booking.with("card_declined");

    var left =
        batch.handleAll(Stream.concat(good.stream(), Stream.of(bad)).map(this::take).toList());

    assertThat(left).isEmpty();
    assertThat(good).allSatisfy(it -> assertThat(payment(it).state()).isInstanceOf(Captured.class));
    assertThat(good).allSatisfy(it -> assertThat(payment(it).version()).isZero());
    assertThat(good).allSatisfy(it -> assertThat(moved(it)).containsExactly(Booking.FEE));
    assertThat(payment(bad).state()).isInstanceOf(Failed.class);
    assertThat(payment(bad).version()).isZero();
  }

  @Test
  void refundOfACapturedPaymentIsSavedOnceWithItsOutcome() {
    var booking = Booking.with("card_ok");
    batch.handleAll(List.of(take(booking)));

    assertThat(batch.handleAll(List.of(refund(booking)))).isEmpty();

    assertThat(payment(booking).state()).isInstanceOf(Refunded.class);
    assertThat(payment(booking).version()).isEqualTo(1);
    assertThat(moved(booking)).containsExactly(Booking.FEE, -Booking.FEE);
  }

  @Test
  void ofSeveralCommandsAboutOnePaymentTheLaterOnesAreLeft() {
    var booking = Booking.with("card_ok");
    var refund = refund(booking);

    assertThat(batch.handleAll(List.of(take(booking), refund))).containsExactly(refund);

    var other = Booking.with("card_ok");
    var both = List.of(refund(other), take(other));
    assertThat(batch.handleAll(both)).isEqualTo(both);
    assertThat(moved(other)).isEmpty();
  }

  @Test
  void whatIsNotAnsweredInTimeIsSavedOpenAndSettledLater() {
    var booking = Booking.with("card_unreachable");

    batch.handleAll(List.of(take(booking)));

    assertThat(payment(booking).state()).isInstanceOf(Charging.class);
    awaitState(booking, Captured.class);
    assertThat(moved(booking)).containsExactly(Booking.FEE);
  }

  @Test
  void moneyThatWasTakenWhileARefundCameFirstIsGivenBack() {
    var booking = Booking.with("card_unreachable");
    var taking = CompletableFuture.runAsync(() -> batch.handleAll(List.of(take(booking))));
    await().until(() -> !moved(booking).isEmpty());

    batch.handle(refund(booking).content());
    taking.join();

    awaitState(booking, Refunded.class);
    assertThat(moved(booking)).containsExactly(Booking.FEE, -Booking.FEE);
  }

  @Test
  void refundThatComesBeforeTheRedeliveryOfWhatWasTakenGivesItBack() {
    var booking = Booking.with("card_ok");
    provider.capture(charge(booking));

    batch.handle(refund(booking).content());
    batch.handle(take(booking).content());

    awaitState(booking, Refunded.class);
    assertThat(moved(booking)).containsExactly(Booking.FEE, -Booking.FEE);
  }

  @Test
  void commandThatExpiredIsCarriedOutOnlyIfItWasBefore() {
    var never = Booking.with("card_ok", Duration.ofSeconds(-1));
    var before = Booking.with("card_ok", Duration.ofSeconds(-1));
    provider.capture(charge(before));

    batch.handleAll(List.of(take(never), take(before)));

    assertThat(((Failed) payment(never).state()).reason())
        .isEqualTo(FailureReason.PROVIDER_UNAVAILABLE);
    assertThat(moved(never)).isEmpty();
    assertThat(payment(before).state()).isInstanceOf(Captured.class);
    assertThat(moved(before)).containsExactly(Booking.FEE);
  }

  private void awaitState(Booking booking, Class<? extends PaymentState> state) {
    await().until(() -> state.isInstance(payment(booking).state()));
  }

  private Payment payment(Booking booking) {
    return payments.find(booking.id()).orElseThrow();
  }

  /** What it brought and what was given back; a cancellation is an entry that moves nothing. */
  private List<Long> moved(Booking booking) {
    return books.movementsOf(List.of(booking.id())).stream()
        .map(Movement::amountMinor)
        .filter(amount -> amount != 0)
        .toList();
  }

  private Received<PaymentCommand> take(Booking booking) {
    var request =
        new PaymentRequest(
            "TakePayment:" + booking.id(),
            booking.patient(),
            Booking.FEE,
            "EUR",
            booking.card(),
            booking.expiresAt());
    return Received.untraced(new PaymentCommand.TakePayment(booking.id(), request));
  }

  private Received<PaymentCommand> refund(Booking booking) {
    var refund = new RefundRequest("RefundPayment:" + booking.id(), "SLOT_LOST");
    return Received.untraced(new PaymentCommand.RefundPayment(booking.id(), refund));
  }

  private static Charge charge(Booking booking) {
    return new Charge(booking.id(), Booking.FEE, "EUR", booking.card(), booking.expiresAt());
  }
}
