package org.carelane.payments.payment.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carelane.payments.payment.FailureReason;
import org.carelane.payments.payment.Order;
import org.carelane.payments.payment.Payment;
import org.carelane.payments.payment.PaymentState.Failed;
import org.carelane.payments.payment.PaymentStatus;
import org.carelane.payments.payment.Step;
import org.jspecify.annotations.Nullable;

/**
 * A payment. One that was withdrawn before it was asked for has no amount.
 *
 * @param failureReason with status FAILED
 * @param history oldest first
 */
record PaymentView(
    String id,
    String appointmentId,
    Instant createdAt,
    PaymentStatus status,
    @Nullable FailureReason failureReason,
    @Nullable String patientId,
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable String paymentMethod,
    @Nullable Instant expiresAt,
    List<Step> history) {

  static PaymentView of(Payment payment) {
    var state = payment.state();
    Optional<Order> order = state.ordered();
    return new PaymentView(
        payment.id(),
        payment.id(),
        payment.createdAt(),
        state.status(),
        state instanceof Failed failed ? failed.reason() : null,
        order.map(Order::patientId).orElse(null),
        order.map(Order::amountMinor).orElse(null),
        order.map(Order::currency).orElse(null),
        order.map(Order::paymentMethod).orElse(null),
        order.map(Order::expiresAt).orElse(null),
        payment.history());
  }
}
