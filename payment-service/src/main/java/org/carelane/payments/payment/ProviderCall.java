package org.carelane.payments.payment;

import java.time.Clock;
import java.util.Objects;
import org.carelane.payments.payment.PaymentState.AwaitingConfirmation;
import org.carelane.payments.payment.PaymentState.Captured;
import org.carelane.payments.payment.PaymentState.Charging;
import org.carelane.payments.payment.PaymentState.Closed;
import org.carelane.payments.payment.PaymentState.Confirming;
import org.carelane.payments.payment.PaymentState.RefundRefused;
import org.carelane.payments.payment.PaymentState.Refunding;
import org.carelane.payments.payment.PaymentState.Withdrawing;
import org.carelane.payments.provider.Charge;
import org.carelane.payments.provider.ChargeAnswer;
import org.carelane.payments.provider.NoAnswer;
import org.carelane.payments.provider.PaymentProvider;
import org.carelane.payments.provider.Refund;

/**
 * A call to the provider about an open payment. It may be repeated, also by two processes at once:
 * the payment's id is the idempotency key. Whether the payment has expired, and whether its lease
 * is over, is looked at when the call is made: it may have waited long for its turn.
 */
record ProviderCall(Payment payment, Clock clock) {

  /** Does not ask once the lease is over: another process may be asking. */
  ProviderAnswer run(PaymentProvider provider) {
    if (isLeaseOver()) {
      return notMade();
    }
    try {
      return ask(provider);
    } catch (NoAnswer e) {
      return new ProviderAnswer.None(payment.state());
    }
  }

  /** The answer when there is no time to make it. */
  ProviderAnswer notMade() {
    return new ProviderAnswer.NotAsked(payment.state(), attempt());
  }

  private ProviderAnswer ask(PaymentProvider provider) {
    return switch (payment.state()) {
      case Charging s -> new ProviderAnswer.OfCharge(charge(provider, s.request()));
      case AwaitingConfirmation s -> cancel(provider, s.request());
      case Confirming s -> new ProviderAnswer.OfCharge(confirm(provider, s.request()));
      case Withdrawing s -> cancel(provider, s.request());
      case Refunding s -> refund(provider, s);
      case Captured _, RefundRefused _, Closed _ ->
          throw new IllegalStateException("nothing is open in " + payment.state().status());
    };
  }

  /**
   * The first attempt captures at once. Any other first asks for the charge: an earlier process may
   * have made it and died before it saved that. Once the payment has expired, the charge is
   * cancelled, so that it never begins; what an earlier process captured, the answer says.
   */
  private ChargeAnswer charge(PaymentProvider provider, PaymentRequest request) {
    var charge = chargeOf(request);
    if (isExpired(request) || attempt() <= 1) {
      return captureInTime(provider, request);
    }
    return provider.find(charge).orElseGet(() -> captureInTime(provider, request));
  }

  private ChargeAnswer captureInTime(PaymentProvider provider, PaymentRequest request) {
    var charge = chargeOf(request);
    return isExpired(request) ? provider.cancel(charge) : provider.capture(charge);
  }

  private ChargeAnswer confirm(PaymentProvider provider, PaymentRequest request) {
    var charge = chargeOf(request);
    return isExpired(request) ? provider.cancel(charge) : provider.confirm(charge);
  }

  private ProviderAnswer cancel(PaymentProvider provider, PaymentRequest request) {
    return new ProviderAnswer.OfCharge(provider.cancel(chargeOf(request)));
  }

  private ProviderAnswer refund(PaymentProvider provider, Refunding s) {
    var answer = provider.refund(new Refund(chargeOf(s.request()), s.attempt()));
    return new ProviderAnswer.OfRefund(answer, s.attempt());
  }

  private boolean isExpired(PaymentRequest request) {
    return request.isExpired(clock.instant());
  }

  private boolean isLeaseOver() {
    return !clock.instant().isBefore(due().at());
  }

  private int attempt() {
    return due().attempt();
  }

  private NextAttempt due() {
    return Objects.requireNonNull(payment.due());
  }

  private Charge chargeOf(PaymentRequest request) {
    return new Charge(
        payment.id(),
        request.amountMinor(),
        request.currency(),
        request.paymentMethod(),
        request.expiresAt());
  }
}
