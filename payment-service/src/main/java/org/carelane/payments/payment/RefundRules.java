package org.carelane.payments.payment;

import java.time.Instant;
import java.util.Objects;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.payment.Decision.Unchanged;
import org.carelane.payments.payment.PaymentEvent.PaymentRefunded;
import org.carelane.payments.payment.PaymentEvent.RefundFailed;
import org.carelane.payments.payment.PaymentState.Captured;
import org.carelane.payments.payment.PaymentState.ChargeOpen;
import org.carelane.payments.payment.PaymentState.Closed;
import org.carelane.payments.payment.PaymentState.Failed;
import org.carelane.payments.payment.PaymentState.RefundRefused;
import org.carelane.payments.payment.PaymentState.Refunded;
import org.carelane.payments.payment.PaymentState.Refunding;
import org.carelane.payments.payment.PaymentState.Withdrawing;
import org.carelane.payments.payment.PaymentState.Withdrawn;
import org.carelane.payments.provider.RefundAnswer;

/** Rules of a refund. Money is given back at most once. */
record RefundRules(Payment payment, Instant now, AttemptProperties attempts) {

  Decision refund(RefundRequest refund) {
    return switch (payment.state()) {
      case Withdrawn _, Failed _ ->
          Changed.to(payment).and(PaymentRefunded.nothing(payment, refund));
      case Withdrawing _ -> new Unchanged(payment);
      case ChargeOpen s -> withdraw(s, refund);
      case Captured s -> giveBack(s.request(), refund, 1);
      case Refunding s when s.refund().commandId() == null -> adopt(s, refund);
      case Refunding _ -> new Unchanged(payment);
      case RefundRefused s -> giveBack(s.request(), refund, s.attempt() + 1);
      case Refunded s -> Changed.to(payment).and(PaymentRefunded.of(payment, s.request(), refund));
    };
  }

  Decision on(RefundAnswer answer, int attempt) {
    return switch (payment.state()) {
      case Refunding s when answer == RefundAnswer.REFUNDED -> givenBack(s.request(), s.refund());
      case RefundRefused s when answer == RefundAnswer.REFUNDED ->
          givenBack(s.request(), s.refund());
      case Refunding s when s.attempt() == attempt -> refuse(s);
      case ChargeOpen _, Captured _, Refunding _, RefundRefused _, Closed _ ->
          new Unchanged(payment);
    };
  }

  Changed giveBack(PaymentRequest request, RefundRequest refund, int attempt) {
    var refunding = new Refunding(request, refund, attempt);
    return payment.to(refunding, refund.reason(), now, attempts.first(now));
  }

  /** Replies with RefundFailed after every {@code reportEvery} attempts without an answer. */
  Changed reported(Changed waiting) {
    return payment.state() instanceof Refunding s
            && s.refund().commandId() != null
            && Objects.requireNonNull(payment.due()).attempt() % attempts.reportEvery() == 0
        ? waiting.and(failed(s.refund().commandId(), RefundFailure.PROVIDER_UNAVAILABLE))
        : waiting;
  }

  private Changed withdraw(ChargeOpen s, RefundRequest refund) {
    var withdrawing = new Withdrawing(s.request(), refund);
    return payment.to(withdrawing, refund.reason(), now, attempts.first(now));
  }

  /** A refund that no command requested is under way. From now on it belongs to this command. */
  private Changed adopt(Refunding s, RefundRequest refund) {
    var adopted = new Refunding(s.request(), refund, s.attempt());
    return payment.to(adopted, refund.reason(), now, payment.due());
  }

  private Changed givenBack(PaymentRequest request, RefundRequest refund) {
    var refunded = payment.to(new Refunded(request), request.amount(), now);
    return refund.commandId() == null
        ? refunded
        : refunded.and(PaymentRefunded.of(refunded.payment(), request, refund));
  }

  /**
   * A refund that a command requested is left until the command comes again; any other is retried.
   */
  private Changed refuse(Refunding s) {
    var detail = "refused by the provider";
    var commandId = s.refund().commandId();
    if (commandId == null) {
      var again = new Refunding(s.request(), s.refund(), s.attempt() + 1);
      var due = Objects.requireNonNull(payment.due());
      return payment.to(again, detail, now, attempts.later(due, now));
    }
    return payment
        .to(new RefundRefused(s.request(), s.refund(), s.attempt()), detail, now)
        .and(failed(commandId, RefundFailure.PROVIDER_REFUSED));
  }

  private RefundFailed failed(String commandId, RefundFailure reason) {
    return new RefundFailed(commandId, payment.id(), payment.id(), reason, now);
  }
}
