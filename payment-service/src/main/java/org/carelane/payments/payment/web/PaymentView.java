package org.carelane.payments.payment.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carelane.payments.payment.FailureReason;
import org.carelane.payments.payment.HistoryEntry;
import org.carelane.payments.payment.Payment;
import org.carelane.payments.payment.PaymentRequest;
import org.carelane.payments.payment.PaymentState.Failed;
import org.carelane.payments.payment.PaymentStatus;
import org.jspecify.annotations.Nullable;

/**
 * A payment. Fields of its request are absent while status is WITHDRAWN.
 *
 * @param failureReason only with status FAILED
 * @param history oldest first
 */
record PaymentView(
    String id,
    String appointmentId,
    Instant createdAt,
    PaymentStatus status,
    @Nullable FailureReason failureReason,
    @Nullable String patientId,
    @Nullable Amount amount,
    @Nullable String paymentMethod,
    @Nullable Instant expiresAt,
    List<HistoryEntry> history) {

  /**
   * @param amountMinor in minor units of the currency
   * @param currency ISO 4217
   */
  record Amount(long amountMinor, String currency) {}

  static PaymentView of(Payment payment) {
    var state = payment.state();
    Optional<PaymentRequest> request = state.requested();
    return new PaymentView(
        payment.id(),
        payment.id(),
        payment.createdAt(),
        state.status(),
        state instanceof Failed failed ? failed.reason() : null,
        request.map(PaymentRequest::patientId).orElse(null),
        request.map(it -> new Amount(it.amountMinor(), it.currency())).orElse(null),
        request.map(PaymentRequest::paymentMethod).orElse(null),
        request.map(PaymentRequest::expiresAt).orElse(null),
        payment.history());
  }
}
