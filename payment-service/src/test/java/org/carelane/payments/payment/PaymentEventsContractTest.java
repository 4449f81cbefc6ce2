package org.carelane.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carelane.contracttesting.Contract;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.payment.PaymentEvent.PaymentCaptured;
import org.carelane.payments.payment.PaymentEvent.PaymentFailed;
import org.carelane.payments.payment.PaymentEvent.PaymentRefunded;
import org.carelane.payments.payment.PaymentEvent.PaymentRequiresAction;
import org.carelane.payments.payment.PaymentEvent.RefundFailed;
import org.carelane.payments.payment.ProviderAnswer.None;
import org.carelane.payments.payment.ProviderAnswer.OfCharge;
import org.carelane.payments.payment.ProviderAnswer.OfRefund;
import org.carelane.payments.provider.ChargeAnswer;
import org.carelane.payments.provider.RefundAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The story of contracts/ is told by the payment itself. */
class PaymentEventsContractTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ID = "01a40096-8b6c-7d37-b875-ad2991f4970f";
  private static final String PATIENT = "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c";
  private static final AttemptProperties ATTEMPTS =
      new AttemptProperties(
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          100,
          1);
  private static final PaymentRequest REQUEST =
      new PaymentRequest(
          "TakePayment:" + ID, PATIENT, 8500, "EUR", "card_ok", at("2027-03-01T10:17:30.412Z"));
  private static final RefundRequest REFUND =
      new RefundRequest("RefundPayment:" + ID, "CANCELLED_BY_PATIENT");

  private final Payment begun =
      Payment.begin(ID, REQUEST, at("2027-03-01T10:15:30.412Z"), ATTEMPTS);

  @Test
  void requiresActionIsWhatWasPromised() {
    assertSays(
        PaymentRequiresAction.class,
        begun.on(
            new OfCharge(new ChargeAnswer.RequiresAction()),
            at("2027-03-01T10:15:30.730Z"),
            ATTEMPTS));
  }

  @Test
  void capturedIsWhatWasPromised() {
    assertSays(
        PaymentCaptured.class,
        begun.on(
            new OfCharge(new ChargeAnswer.Captured()), at("2027-03-01T10:15:52.067Z"), ATTEMPTS));
  }

  @Test
  void failedIsWhatWasPromised() {
    assertSays(
        PaymentFailed.class,
        begun.on(
            new OfCharge(new ChargeAnswer.Declined()), at("2027-03-01T10:15:31.004Z"), ATTEMPTS));
  }

  @Test
  void refundedIsWhatWasPromised() {
    assertSays(
        PaymentRefunded.class,
        refunding()
            .on(new OfRefund(RefundAnswer.REFUNDED, 1), at("2027-03-02T16:40:05.390Z"), ATTEMPTS));
  }

  @Test
  void refundFailedIsWhatWasPromised() {
    var now = at("2027-03-02T16:40:05.390Z");
    assertSays(RefundFailed.class, refunding().on(new None(refunding().state()), now, ATTEMPTS));
    assertValid(refunding().on(new OfRefund(RefundAnswer.REFUSED, 1), now, ATTEMPTS));
  }

  @Test
  void nothingRefundedIsValidToo() {
    assertValid(Payment.withdrawn(ID, REFUND, at("2027-03-02T16:40:05Z")));
  }

  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void everyReasonOfFailureIsValid(FailureReason reason) {
    var event = new PaymentFailed(REQUEST.commandId(), ID, ID, reason, REQUEST.expiresAt());
    assertValid(new Changed(begun, List.of(event)));
  }

  private Payment refunding() {
    var earlier = at("2027-03-02T16:40:05Z");
    var captured = begun.on(new OfCharge(new ChargeAnswer.Captured()), earlier, ATTEMPTS).payment();
    return captured.on(new PaymentCommand.RefundPayment(ID, REFUND), earlier, ATTEMPTS).payment();
  }

  private static void assertSays(Class<? extends PaymentEvent> type, Decision decision) {
    var event = ((Changed) decision).events().getLast();
    assertThat(event).isInstanceOf(type);
    assertValid(decision);
    var contract = Contract.of("payment.events", type.getSimpleName());
    assertThat(JSON.readTree(JSON.writeValueAsString(event)))
        .isEqualTo(JSON.readTree(contract.example()));
  }

  private static void assertValid(Decision decision) {
    var events = ((Changed) decision).events();
    assertThat(events).isNotEmpty();
    for (var event : events) {
      Contract.of("payment.events", event.getClass().getSimpleName())
          .assertValid(JSON.writeValueAsString(event));
    }
  }

  private static Instant at(String time) {
    return Instant.parse(time);
  }
}
