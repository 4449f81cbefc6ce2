package org.carelane.payments.payment;

import java.time.Instant;
import java.util.Objects;
import org.carelane.payments.payment.PaymentEvent.PaymentCaptured;
import org.carelane.payments.payment.PaymentEvent.PaymentFailed;
import org.carelane.payments.payment.PaymentEvent.PaymentRefunded;
import org.carelane.payments.payment.PaymentEvent.PaymentRequiresAction;
import org.carelane.payments.payment.PaymentEvent.RefundFailed;
import org.carelane.payments.payment.PaymentState.Failed;

/** What a payment answers, worded alike the first time and every time after. */
final class Replies {

  private Replies() {}

  static PaymentEvent requiresAction(Payment payment, Order order) {
    return new PaymentRequiresAction(
        order.commandId(),
        payment.id(),
        payment.id(),
        order.patientId(),
        order.expiresAt(),
        payment.since(PaymentStatus.REQUIRES_ACTION));
  }

  static PaymentEvent captured(Payment payment, Order order) {
    return new PaymentCaptured(
        order.commandId(),
        payment.id(),
        payment.id(),
        order.patientId(),
        order.amountMinor(),
        order.currency(),
        payment.since(PaymentStatus.CAPTURED));
  }

  static PaymentEvent failed(Payment payment, Failed failed) {
    return new PaymentFailed(
        failed.order().commandId(),
        payment.id(),
        payment.id(),
        failed.reason(),
        payment.since(PaymentStatus.FAILED));
  }

  static PaymentEvent refunded(Payment payment, Order order, RefundOrder refund) {
    return new PaymentRefunded(
        Objects.requireNonNull(refund.commandId()),
        payment.id(),
        payment.id(),
        order.amountMinor(),
        order.currency(),
        payment.since(PaymentStatus.REFUNDED));
  }

  static PaymentEvent nothingRefunded(Payment payment, RefundOrder refund) {
    return new PaymentRefunded(
        Objects.requireNonNull(refund.commandId()),
        payment.id(),
        payment.id(),
        0,
        payment.state().ordered().map(Order::currency).orElse(PaymentRefunded.NO_CURRENCY),
        payment.since(payment.state().status()));
  }

  static PaymentEvent refundFailed(
      Payment payment, String commandId, RefundFailure reason, Instant now) {
    return new RefundFailed(commandId, payment.id(), payment.id(), reason, now);
  }
}
