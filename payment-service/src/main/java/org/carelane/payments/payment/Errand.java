package org.carelane.payments.payment;

import java.time.Instant;
import java.util.Objects;
import org.carelane.payments.payment.PaymentState.AwaitingConfirmation;
import org.carelane.payments.payment.PaymentState.Captured;
import org.carelane.payments.payment.PaymentState.Charging;
import org.carelane.payments.payment.PaymentState.Confirming;
import org.carelane.payments.payment.PaymentState.Failed;
import org.carelane.payments.payment.PaymentState.RefundRefused;
import org.carelane.payments.payment.PaymentState.Refunded;
import org.carelane.payments.payment.PaymentState.Refunding;
import org.carelane.payments.payment.PaymentState.Withdrawing;
import org.carelane.payments.payment.PaymentState.Withdrawn;
import org.carelane.payments.provider.Charge;
import org.carelane.payments.provider.ChargeAnswer;
import org.carelane.payments.provider.NoAnswer;
import org.carelane.payments.provider.PaymentProvider;
import org.carelane.payments.provider.Refund;

/**
 * What to ask the provider about an open payment. All of it may be asked twice and by two processes
 * at once: the provider knows one charge by the payment's id.
 */
record Errand(Payment payment, Instant now) {

  Finding run(PaymentProvider provider) {
    try {
      return ask(provider);
    } catch (NoAnswer e) {
      return new Finding.Nothing(payment.state());
    }
  }

  private Finding ask(PaymentProvider provider) {
    return switch (payment.state()) {
      case Charging s -> new Finding.OfCharge(charge(provider, s.order()));
      case AwaitingConfirmation s -> new Finding.OfCharge(provider.cancel(chargeOf(s.order())));
      case Confirming s -> new Finding.OfCharge(confirm(provider, s.order()));
      case Withdrawing s -> new Finding.OfCharge(provider.cancel(chargeOf(s.order())));
      case Refunding s ->
          new Finding.OfRefund(
              provider.refund(new Refund(chargeOf(s.order()), s.attempt())), s.attempt());
      case Withdrawn _, Failed _, Captured _, RefundRefused _, Refunded _ ->
          throw new IllegalStateException("nothing is open in " + payment.state().status());
    };
  }

  /**
   * Only the first attempt may charge blindly. Later ones look first, and what the provider never
   * heard of is not begun any more once nobody wants it: cancelling makes sure.
   */
  private ChargeAnswer charge(PaymentProvider provider, Order order) {
    var charge = chargeOf(order);
    if (Objects.requireNonNull(payment.due()).attempt() == 1) {
      return provider.capture(charge);
    }
    return provider
        .find(charge)
        .orElseGet(() -> isExpired(order) ? provider.cancel(charge) : provider.capture(charge));
  }

  private ChargeAnswer confirm(PaymentProvider provider, Order order) {
    return isExpired(order) ? provider.cancel(chargeOf(order)) : provider.confirm(chargeOf(order));
  }

  private boolean isExpired(Order order) {
    return !now.isBefore(order.expiresAt());
  }

  private Charge chargeOf(Order order) {
    return new Charge(
        payment.id(),
        order.amountMinor(),
        order.currency(),
        order.paymentMethod(),
        order.expiresAt());
  }
}
