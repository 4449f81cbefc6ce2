package org.carelane.payments.payment;

import java.time.Instant;
import java.util.Objects;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.payment.Decision.Refusal;
import org.carelane.payments.payment.Decision.Refused;
import org.carelane.payments.payment.Decision.Unchanged;
import org.carelane.payments.payment.PaymentEvent.PaymentCaptured;
import org.carelane.payments.payment.PaymentEvent.PaymentFailed;
import org.carelane.payments.payment.PaymentEvent.PaymentRefunded;
import org.carelane.payments.payment.PaymentEvent.PaymentRequiresAction;
import org.carelane.payments.payment.PaymentState.AwaitingConfirmation;
import org.carelane.payments.payment.PaymentState.Captured;
import org.carelane.payments.payment.PaymentState.ChargeOpen;
import org.carelane.payments.payment.PaymentState.Charging;
import org.carelane.payments.payment.PaymentState.Closed;
import org.carelane.payments.payment.PaymentState.Confirming;
import org.carelane.payments.payment.PaymentState.Failed;
import org.carelane.payments.payment.PaymentState.Held;
import org.carelane.payments.payment.PaymentState.Refunded;
import org.carelane.payments.payment.PaymentState.Withdrawing;
import org.carelane.payments.payment.PaymentState.Withdrawn;
import org.carelane.payments.provider.ChargeAnswer;

/** Rules of a charge. Money is taken at most once. */
record ChargeRules(Payment payment, Instant now, AttemptProperties attempts) {

  /** Applies the command to a payment that exists already. */
  Decision take(PaymentRequest request) {
    return switch (payment.state()) {
      case Withdrawn s -> cancelCharge(request, s.refund());
      case AwaitingConfirmation s ->
          Changed.to(payment).and(PaymentRequiresAction.of(payment, s.request()));
      case Charging _, Confirming _, Withdrawing _ -> new Unchanged(payment);
      case Failed s -> Changed.to(payment).and(PaymentFailed.of(payment, s));
      case Held _, Refunded _ when payment.hasFailed() -> new Unchanged(payment); // replied
      case Held s -> Changed.to(payment).and(PaymentCaptured.of(payment, s.request()));
      case Refunded s -> Changed.to(payment).and(PaymentCaptured.of(payment, s.request()));
    };
  }

  Decision confirm() {
    return switch (payment.state()) {
      case AwaitingConfirmation s when s.request().isExpired(now) ->
          new Refused(payment, Refusal.CONFIRMATION_EXPIRED);
      case AwaitingConfirmation s ->
          payment.to(
              new Confirming(s.request()), "confirmed by the patient", now, attempts.first(now));
      case Confirming _, Captured _ -> new Unchanged(payment);
      case ChargeOpen _, Held _, Closed _ -> new Refused(payment, Refusal.NOTHING_TO_CONFIRM);
    };
  }

  Decision on(ChargeAnswer answer) {
    return switch (payment.state()) {
      case Withdrawing s -> onUnwanted(s, answer);
      case AwaitingConfirmation s when !isSettled(answer) && !s.request().isExpired(now) ->
          new Unchanged(payment);
      case ChargeOpen s -> onWanted(s, answer);
      case Failed s when answer instanceof ChargeAnswer.Captured -> giveBackUnwanted(s);
      case Held _, Closed _ -> new Unchanged(payment);
    };
  }

  private static boolean isSettled(ChargeAnswer answer) {
    return switch (answer) {
      case ChargeAnswer.Captured _, ChargeAnswer.Declined _, ChargeAnswer.Cancelled _ -> true;
      case ChargeAnswer.RequiresAction _, ChargeAnswer.Pending _ -> false;
    };
  }

  private Decision onWanted(ChargeOpen s, ChargeAnswer answer) {
    boolean isFirst = s instanceof Charging;
    return switch (answer) {
      case ChargeAnswer.Captured _ -> capture(s.request());
      case ChargeAnswer.Declined _ -> fail(s.request(), FailureReason.DECLINED);
      case ChargeAnswer.Cancelled _ ->
          fail(s.request(), isFirst ? FailureReason.PROVIDER_UNAVAILABLE : FailureReason.EXPIRED);
      case ChargeAnswer.RequiresAction _ -> isFirst ? awaitConfirmation(s.request()) : askAgain();
      case ChargeAnswer.Pending pending -> wait(pending);
    };
  }

  private Decision onUnwanted(Withdrawing s, ChargeAnswer answer) {
    return switch (answer) {
      case ChargeAnswer.Captured _ -> captureLate(s);
      case ChargeAnswer.Declined _ -> failUnwanted(s, FailureReason.DECLINED);
      case ChargeAnswer.Cancelled _ -> failUnwanted(s, FailureReason.WITHDRAWN);
      case ChargeAnswer.RequiresAction _ -> askAgain();
      case ChargeAnswer.Pending pending -> wait(pending);
    };
  }

  /**
   * The refund was requested first. The provider may know the charge nevertheless, from an earlier
   * delivery of this command whose process died before it saved. So the charge is cancelled there.
   */
  private Changed cancelCharge(PaymentRequest request, RefundRequest refund) {
    var detail = "asked for after its refund";
    return payment.to(new Withdrawing(request, refund), detail, now, attempts.first(now));
  }

  private Changed awaitConfirmation(PaymentRequest request) {
    var awaiting =
        payment.to(
            new AwaitingConfirmation(request),
            "the provider wants the patient's confirmation",
            now,
            new NextAttempt(0, request.expiresAt()));
    return awaiting.and(PaymentRequiresAction.of(awaiting.payment(), request));
  }

  private Changed capture(PaymentRequest request) {
    var captured = payment.to(new Captured(request), request.amount(), now);
    return captured.and(PaymentCaptured.of(captured.payment(), request));
  }

  private Changed captureLate(Withdrawing s) {
    return capture(s.request()).then(it -> giveBack(it, s.request(), s.refund()));
  }

  private Changed giveBackUnwanted(Failed s) {
    var request = s.request();
    return payment
        .to(new Captured(request), request.amount(), now)
        .then(it -> giveBack(it, request, RefundRequest.unwanted()));
  }

  private Changed giveBack(Payment captured, PaymentRequest request, RefundRequest refund) {
    return new RefundRules(captured, now, attempts).giveBack(request, refund, 1);
  }

  private Changed fail(PaymentRequest request, FailureReason reason) {
    var failed = new Failed(request, reason);
    var changed = payment.to(failed, reason.name(), now);
    return changed.and(PaymentFailed.of(changed.payment(), failed));
  }

  private Changed failUnwanted(Withdrawing s, FailureReason reason) {
    var failed = fail(s.request(), reason);
    return failed.and(PaymentRefunded.nothing(failed.payment(), s.refund()));
  }

  private Changed askAgain() {
    return payment.later("not settled yet", now, attempts);
  }

  private Changed wait(ChargeAnswer.Pending pending) {
    var later = attempts.later(Objects.requireNonNull(payment.due()), now);
    var at = pending.askAgainAt();
    var next = at != null && at.isAfter(now) ? new NextAttempt(later.attempt(), at) : later;
    return payment.to(payment.state(), "the provider is at it", now, next);
  }
}
