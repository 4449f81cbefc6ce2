package org.carelane.payments.payment;

import java.time.Instant;
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
 * the payment's id is the idempotency key.
 */
record ProviderCall(Payment payment, Instant now) {

  ProviderAnswer run(PaymentProvider provider) {
    try {
      return ask(provider);
    } catch (NoAnswer e) {
      return new ProviderAnswer.None(payment.state());
    }
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
   * The first attempt captures at once, if the payment has not expired. Any other first asks for
   * the charge: an earlier process may have made it and died before it saved that. A charge that
   * the provider does not know is captured, or cancelled once it has expired, so that it never
   * begins.
   */
  private ChargeAnswer charge(PaymentProvider provider, PaymentRequest request) {
    var charge = chargeOf(request);
    boolean isWanted = !request.isExpired(now);
    if (isWanted && Objects.requireNonNull(payment.due()).attempt() == 1) {
      return provider.capture(charge);
    }
    return provider
        .find(charge)
        .orElseGet(() -> isWanted ? provider.capture(charge) : provider.cancel(charge));
  }

  private ChargeAnswer confirm(PaymentProvider provider, PaymentRequest request) {
    var charge = chargeOf(request);
    return request.isExpired(now) ? provider.cancel(charge) : provider.confirm(charge);
  }

  private ProviderAnswer cancel(PaymentProvider provider, PaymentRequest request) {
    return new ProviderAnswer.OfCharge(provider.cancel(chargeOf(request)));
  }

  private ProviderAnswer refund(PaymentProvider provider, Refunding s) {
    var answer = provider.refund(new Refund(chargeOf(s.request()), s.attempt()));
    return new ProviderAnswer.OfRefund(answer, s.attempt());
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
