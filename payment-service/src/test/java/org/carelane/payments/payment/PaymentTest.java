package org.carelane.payments.payment;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.payment.Decision.Refused;
import org.carelane.payments.payment.PaymentState.Refunding;
import org.carelane.payments.payment.ProviderAnswer.None;
import org.carelane.payments.payment.ProviderAnswer.OfCharge;
import org.carelane.payments.payment.ProviderAnswer.OfRefund;
import org.carelane.payments.provider.ChargeAnswer.Cancelled;
import org.carelane.payments.provider.ChargeAnswer.Captured;
import org.carelane.payments.provider.ChargeAnswer.Declined;
import org.carelane.payments.provider.ChargeAnswer.Pending;
import org.carelane.payments.provider.ChargeAnswer.RequiresAction;
import org.carelane.payments.provider.RefundAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state meets every input, twice. */
class PaymentTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:30Z");
  private static final Instant EXPIRY = NOW.plusSeconds(120);
  private static final Instant LATE = EXPIRY.plusSeconds(1);
  static final AttemptProperties ATTEMPTS =
      new AttemptProperties(
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          100,
          5);
  private static final PaymentRequest REQUEST =
      new PaymentRequest("TakePayment:a", "patient", 8500, "EUR", "card", EXPIRY);
  private static final RefundRequest WITHDRAWAL = new RefundRequest("RefundPayment:a", "SLOT_LOST");
  private static final PaymentCommand TAKE = new PaymentCommand.TakePayment("a", REQUEST);
  private static final PaymentCommand REFUND = new PaymentCommand.RefundPayment("a", WITHDRAWAL);

  private static final Map<String, Function<Payment, Decision>> INPUTS = new LinkedHashMap<>();

  static {
    INPUTS.put("take", it -> it.on(TAKE, NOW, ATTEMPTS));
    INPUTS.put("refund", it -> it.on(REFUND, NOW, ATTEMPTS));
    INPUTS.put("confirm", it -> it.confirm(NOW, ATTEMPTS));
    INPUTS.put("confirm late", it -> it.confirm(LATE, ATTEMPTS));
    INPUTS.put("captured", it -> it.on(new OfCharge(new Captured()), NOW, ATTEMPTS));
    INPUTS.put("declined", it -> it.on(new OfCharge(new Declined()), NOW, ATTEMPTS));
    INPUTS.put("action", it -> it.on(new OfCharge(new RequiresAction()), NOW, ATTEMPTS));
    INPUTS.put("pending", it -> it.on(new OfCharge(new Pending(LATE)), NOW, ATTEMPTS));
    INPUTS.put("cancelled", it -> it.on(new OfCharge(new Cancelled()), NOW, ATTEMPTS));
    INPUTS.put("refunded", it -> it.on(new OfRefund(RefundAnswer.REFUNDED, 1), NOW, ATTEMPTS));
    INPUTS.put("refund refused", it -> it.on(new OfRefund(RefundAnswer.REFUSED, 1), NOW, ATTEMPTS));
    INPUTS.put(
        "another's refusal", it -> it.on(new OfRefund(RefundAnswer.REFUSED, 7), NOW, ATTEMPTS));
    INPUTS.put("no answer", it -> it.on(new None(it.state()), NOW, ATTEMPTS));
  }

  /** What is not here changes nothing and is not answered. */
  private static final String RULES =
      """
      WITHDRAWN       | take            | WITHDRAWING     |
      WITHDRAWN       | refund          | WITHDRAWN       | PaymentRefunded
      PENDING         | refund          | WITHDRAWING     |
      PENDING         | captured        | CAPTURED        | PaymentCaptured
      PENDING         | declined        | FAILED          | PaymentFailed
      PENDING         | action          | REQUIRES_ACTION | PaymentRequiresAction
      PENDING         | pending         | PENDING         |
      PENDING         | cancelled       | FAILED          | PaymentFailed
      PENDING         | no answer       | PENDING         |
      REQUIRES_ACTION | take            | REQUIRES_ACTION | PaymentRequiresAction
      REQUIRES_ACTION | refund          | WITHDRAWING     |
      REQUIRES_ACTION | confirm         | CONFIRMING      |
      REQUIRES_ACTION | captured        | CAPTURED        | PaymentCaptured
      REQUIRES_ACTION | declined        | FAILED          | PaymentFailed
      REQUIRES_ACTION | cancelled       | FAILED          | PaymentFailed
      REQUIRES_ACTION | no answer       | REQUIRES_ACTION |
      CONFIRMING      | refund          | WITHDRAWING     |
      CONFIRMING      | captured        | CAPTURED        | PaymentCaptured
      CONFIRMING      | declined        | FAILED          | PaymentFailed
      CONFIRMING      | action          | CONFIRMING      |
      CONFIRMING      | pending         | CONFIRMING      |
      CONFIRMING      | cancelled       | FAILED          | PaymentFailed
      CONFIRMING      | no answer       | CONFIRMING      |
      WITHDRAWING     | captured        | REFUNDING       | PaymentCaptured
      WITHDRAWING     | declined        | FAILED          | PaymentFailed PaymentRefunded
      WITHDRAWING     | action          | WITHDRAWING     |
      WITHDRAWING     | pending         | WITHDRAWING     |
      WITHDRAWING     | cancelled       | FAILED          | PaymentFailed PaymentRefunded
      WITHDRAWING     | no answer       | WITHDRAWING     |
      FAILED          | take            | FAILED          | PaymentFailed
      FAILED          | refund          | FAILED          | PaymentRefunded
      FAILED          | captured        | REFUNDING       |
      CAPTURED        | take            | CAPTURED        | PaymentCaptured
      CAPTURED        | refund          | REFUNDING       |
      CAPTURED        | refund by admin | REFUNDING       |
      REFUNDING       | take            | REFUNDING       | PaymentCaptured
      REFUNDING       | refunded        | REFUNDED        | PaymentRefunded
      REFUNDING       | refund refused  | REFUND_FAILED   | RefundFailed
      REFUNDING       | no answer       | REFUNDING       |
      REFUND_FAILED   | take            | REFUND_FAILED   | PaymentCaptured
      REFUND_FAILED   | refund          | REFUNDING       |
      REFUND_FAILED   | refund by admin | REFUNDING       |
      REFUND_FAILED   | refunded        | REFUNDED        | PaymentRefunded
      REFUNDED        | take            | REFUNDED        | PaymentCaptured
      REFUNDED        | refund          | REFUNDED        | PaymentRefunded
      """;

  private static final Map<String, String> EXPECTED =
      RULES
          .lines()
          .map(line -> line.split("\\|", -1))
          .collect(
              toMap(
                  rule -> rule[0].strip() + " " + rule[1].strip(),
                  rule -> (rule[2].strip() + " " + rule[3].strip()).strip()));

  record Meeting(Payment payment, String input) {
    @Override
    public String toString() {
      return payment.state().status() + " " + input;
    }
  }

  static Stream<Meeting> everyStateAndInput() {
    return inEveryState()
        .flatMap(payment -> INPUTS.keySet().stream().map(input -> new Meeting(payment, input)));
  }

  @ParameterizedTest
  @MethodSource("everyStateAndInput")
  void followsTheRules(Meeting meeting) {
    var decision = INPUTS.get(meeting.input()).apply(meeting.payment());
    var expected = EXPECTED.get(meeting.toString());
    if (expected == null) {
      assertThat(decision).isNotInstanceOf(Changed.class);
      assertThat(decision.payment()).isEqualTo(meeting.payment());
    } else {
      assertThat(told(decision)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("everyStateAndInput")
  void secondTimeChangesNothingAndIsAnsweredAlike(Meeting meeting) {
    var input = INPUTS.get(meeting.input());
    var once = input.apply(meeting.payment());
    var twice = input.apply(once.payment());
    assertThat(twice.payment().state()).isEqualTo(once.payment().state());
    assertThat(twice.payment().history()).isEqualTo(once.payment().history());
    if (!events(twice).isEmpty()) {
      assertThat(events(once)).endsWith(events(twice).toArray(PaymentEvent[]::new));
    }
  }

  @ParameterizedTest
  @MethodSource("everyStateAndInput")
  void opensItsDueAndClosesIt(Meeting meeting) {
    var payment = INPUTS.get(meeting.input()).apply(meeting.payment()).payment();
    boolean waits =
        payment.state() instanceof PaymentState.Open
            || payment.state() instanceof PaymentState.AwaitingConfirmation;
    assertThat(payment.due() != null).isEqualTo(waits);
  }

  @ParameterizedTest
  @MethodSource("inEveryState")
  void neverForgetsACapture(Payment payment) {
    boolean known =
        payment.history().stream().anyMatch(it -> it.status() == PaymentStatus.CAPTURED);
    var captured = payment.on(new OfCharge(new Captured()), NOW, ATTEMPTS).payment();
    boolean requested = payment.state().requested().isPresent();
    assertThat(captured.history().stream().anyMatch(it -> it.status() == PaymentStatus.CAPTURED))
        .isEqualTo(known || requested);
  }

  @Test
  void unconfirmedPaymentIsNotAskedAboutBeforeItExpires() {
    var payment = in(PaymentStatus.REQUIRES_ACTION);
    assertThat(payment.due()).isEqualTo(new NextAttempt(0, EXPIRY));
    assertThat(payment.on(new OfCharge(new RequiresAction()), NOW, ATTEMPTS).payment())
        .isEqualTo(payment);
    var expired = payment.claimed(LATE, ATTEMPTS);
    assertThat(expired.on(new OfCharge(new Pending(null)), LATE, ATTEMPTS))
        .isInstanceOf(Changed.class);
  }

  @Test
  void lateConfirmationIsRefusedAsLate() {
    var refused = (Refused) in(PaymentStatus.REQUIRES_ACTION).confirm(EXPIRY, ATTEMPTS);
    assertThat(refused.why()).isEqualTo(Decision.Refusal.CONFIRMATION_EXPIRED);
  }

  @Test
  void eachRefusedRefundIsFollowedByANewAttempt() {
    var refused = in(PaymentStatus.REFUND_FAILED);
    var again = refused.on(REFUND, NOW, ATTEMPTS).payment();
    assertThat(((Refunding) again.state()).attempt()).isEqualTo(2);
    assertThat(again.on(new OfRefund(RefundAnswer.REFUSED, 1), NOW, ATTEMPTS))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aRefundNobodyOrderedIsAskedForUntilItIsDone() {
    var unwanted =
        in(PaymentStatus.FAILED).on(new OfCharge(new Captured()), NOW, ATTEMPTS).payment();
    var refused = unwanted.on(new OfRefund(RefundAnswer.REFUSED, 1), NOW, ATTEMPTS).payment();
    assertThat(((Refunding) refused.state()).attempt()).isEqualTo(2);
    assertThat(refused.due().at()).isAfter(NOW);
    assertThat(
            refused
                .on(new OfRefund(RefundAnswer.REFUNDED, 2), NOW, ATTEMPTS)
                .payment()
                .state()
                .status())
        .isEqualTo(PaymentStatus.REFUNDED);
  }

  @Test
  void backsOffFurtherEachTimeAndReportsAStuckRefund() {
    var payment = in(PaymentStatus.REFUNDING);
    var now = NOW;
    for (int attempt = 1; attempt <= 10; attempt++) {
      var waiting = payment.on(new None(payment.state()), now, ATTEMPTS);
      var backoff = Duration.between(now, waiting.payment().due().at());
      assertThat(backoff).isEqualTo(Duration.ofMillis(Math.min(30_000, 500L << (attempt - 1))));
      assertThat(told(waiting))
          .isEqualTo(attempt % 5 == 0 ? "REFUNDING RefundFailed" : "REFUNDING");
      now = waiting.payment().due().at();
      payment = waiting.payment().claimed(now, ATTEMPTS);
    }
    assertThat(payment.history()).hasSize(in(PaymentStatus.REFUNDING).history().size() + 1);
  }

  @Test
  void whatWasNotAskedIsDueAtOnceUnlessAnotherHasTakenItUp() {
    var payment = in(PaymentStatus.PENDING);
    var notAsked = new ProviderAnswer.NotAsked(payment.state(), 1);
    var dueAgain = payment.on(notAsked, NOW, ATTEMPTS);
    assertThat(dueAgain.payment().due()).isEqualTo(new NextAttempt(0, NOW));
    assertThat(dueAgain.payment().history()).isEqualTo(payment.history());
    var taken = payment.claimed(NOW, ATTEMPTS);
    assertThat(taken.on(notAsked, NOW, ATTEMPTS)).isInstanceOf(Decision.Unchanged.class);
    assertThat(in(PaymentStatus.WITHDRAWING).on(notAsked, NOW, ATTEMPTS))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void moneyFoundForWhatFailedIsGivenBackAndNeverReportedAsCaptured() {
    var found = in(PaymentStatus.FAILED).on(new OfCharge(new Captured()), NOW, ATTEMPTS);
    assertThat(told(found)).isEqualTo("REFUNDING");
    assertThat(found.payment().on(new OfCharge(new Captured()), NOW, ATTEMPTS))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(found.payment().on(TAKE, NOW, ATTEMPTS)).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void answerAboutAnEarlierStateIsNoReasonToWait() {
    var before = in(PaymentStatus.PENDING);
    var now = in(PaymentStatus.WITHDRAWING);
    assertThat(now.on(new None(before.state()), NOW, ATTEMPTS))
        .isInstanceOf(Decision.Unchanged.class);
  }

  static Stream<Payment> inEveryState() {
    return Stream.of(PaymentStatus.values()).map(PaymentTest::in);
  }

  static Payment in(PaymentStatus status) {
    var begun = Payment.begin("a", REQUEST, NOW, ATTEMPTS);
    return switch (status) {
      case PENDING -> begun;
      case WITHDRAWN -> Payment.withdrawn("a", WITHDRAWAL, NOW).payment();
      case REQUIRES_ACTION -> after(begun, "action");
      case CONFIRMING -> after(begun, "action", "confirm");
      case WITHDRAWING -> after(begun, "refund");
      case FAILED -> after(begun, "declined");
      case CAPTURED -> after(begun, "captured");
      case REFUNDING -> after(begun, "captured", "refund");
      case REFUND_FAILED -> after(begun, "captured", "refund", "refund refused");
      case REFUNDED -> after(begun, "captured", "refund", "refunded");
    };
  }

  private static Payment after(Payment payment, String... inputs) {
    for (var input : inputs) {
      payment = INPUTS.get(input).apply(payment).payment();
    }
    return payment;
  }

  private static String told(Decision decision) {
    var events =
        String.join(
            " ", events(decision).stream().map(it -> it.getClass().getSimpleName()).toList());
    return (decision.payment().state().status() + " " + events).strip();
  }

  private static List<PaymentEvent> events(Decision decision) {
    return decision instanceof Changed changed ? changed.events() : List.of();
  }
}
