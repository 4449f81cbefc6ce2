package org.carelane.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.payment.PaymentCommand.RefundPayment;
import org.carelane.payments.payment.PaymentCommand.TakePayment;
import org.carelane.payments.payment.PaymentEvent.PaymentCaptured;
import org.carelane.payments.payment.PaymentEvent.PaymentFailed;
import org.carelane.payments.payment.ProviderAnswer.OfCharge;
import org.carelane.payments.provider.ChargeAnswer.Captured;
import org.carelane.payments.provider.ChargeAnswer.Declined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnsavedPaymentTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:30Z");
  private static final AttemptProperties ATTEMPTS =
      new AttemptProperties(
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          100,
          5);
  private static final RefundRequest WITHDRAWAL = new RefundRequest("RefundPayment:a", "SLOT_LOST");
  private static final RefundPayment REFUND = new RefundPayment("a", WITHDRAWAL);
  private static final TakePayment TAKE =
      new TakePayment(
          "a",
          new PaymentRequest(
              "TakePayment:a", "patient", 8500, "EUR", "card", NOW.plusSeconds(120)));
  private static final OfCharge CAPTURED = new OfCharge(new Captured());

  private final UnsavedPayment taking = UnsavedPayment.of(TAKE, null, NOW, ATTEMPTS).orElseThrow();

  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  void onlyWhatBeginsARefundIsSavedAfterTheCall(PaymentStatus status) {
    var found = PaymentTest.in(status);
    assertThat(UnsavedPayment.of(TAKE, found, NOW, ATTEMPTS)).isEmpty();
    assertThat(UnsavedPayment.of(REFUND, found, NOW, ATTEMPTS).isPresent())
        .isEqualTo(status == PaymentStatus.CAPTURED || status == PaymentStatus.REFUND_FAILED);
  }

  @Test
  void refundOfNothingIsSavedAtOnce() {
    assertThat(UnsavedPayment.of(REFUND, null, NOW, ATTEMPTS)).isEmpty();
  }

  @Test
  void answerInTimeIsSavedWithItsReply() {
    var changed = taking.with(CAPTURED, NOW, ATTEMPTS);
    assertThat(changed.payment().state()).isInstanceOf(PaymentState.Captured.class);
    assertThat(changed.events()).hasExactlyElementsOfTypes(PaymentCaptured.class);
  }

  @Test
  void withoutAnAnswerItIsSavedOpenAndDueAfterTheLease() {
    var changed = taking.with(null, NOW, ATTEMPTS);
    assertThat(changed.payment()).isEqualTo(taking.opened());
    assertThat(changed.payment().due().at()).isEqualTo(NOW.plus(ATTEMPTS.lease()));
    assertThat(changed.events()).isEmpty();
  }

  @Test
  void moneyTakenForWhatAnotherHasSeenFailIsGivenBack() {
    var failed = (Changed) PaymentTest.in(PaymentStatus.FAILED).on(TAKE, NOW, ATTEMPTS);
    var onto = (Changed) taking.onto(failed.payment(), CAPTURED, NOW, ATTEMPTS);
    assertThat(onto.payment().state()).isInstanceOf(PaymentState.Refunding.class);
    assertThat(onto.events()).hasExactlyElementsOfTypes(PaymentFailed.class);
  }

  @Test
  void moneyTakenForWhatAnotherHasWithdrawnIsReportedAndGivenBack() {
    var withdrawn = Payment.withdrawn("a", WITHDRAWAL, NOW).payment();
    var onto = (Changed) taking.onto(withdrawn, CAPTURED, NOW, ATTEMPTS);
    assertThat(onto.payment().state()).isInstanceOf(PaymentState.Refunding.class);
    assertThat(onto.events()).hasExactlyElementsOfTypes(PaymentCaptured.class);
  }

  @Test
  void answerThatAnotherSavedTooIsGivenAgain() {
    var failed = taking.with(new OfCharge(new Declined()), NOW, ATTEMPTS);
    var onto = (Changed) taking.onto(failed.payment(), new OfCharge(new Declined()), NOW, ATTEMPTS);
    assertThat(onto.payment()).isEqualTo(failed.payment());
    assertThat(onto.events()).isEqualTo(failed.events());
  }
}
