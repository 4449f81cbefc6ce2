package org.carelane.payments.payment.web;

import io.swagger.v3.oas.annotations.media.Schema;
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
 * A payment. What its request says is null while status is WITHDRAWN.
 *
 * @param id the same as appointmentId
 * @param status PENDING: the provider is asked, its answer is not known; REQUIRES_ACTION: the
 *     patient has to confirm; CONFIRMING: confirmed, the answer is not known; CAPTURED; FAILED:
 *     nothing was captured and nothing will be; WITHDRAWING: to be given back, whether anything was
 *     captured is not known yet; WITHDRAWN: given back before it was taken, nothing will be
 *     captured; REFUNDING; REFUND_FAILED: the provider refused, it can be asked again; REFUNDED
 * @param failureReason only with status FAILED: DECLINED, EXPIRED when the patient did not confirm
 *     in time, PROVIDER_UNAVAILABLE, or WITHDRAWN when it was given back before a capture
 * @param paymentMethod the payment provider's token
 * @param expiresAt until when it can be captured
 * @param history oldest first
 */
@Schema(
    example =
        """
        {"id": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74", "appointmentId": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74",
         "createdAt": "2027-03-01T10:15:51.600Z", "status": "FAILED", "failureReason": "DECLINED",
         "patientId": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36", "amount": {"amountMinor": 12000, "currency": "EUR"},
         "paymentMethod": "card_declined", "expiresAt": "2027-03-01T10:17:51.480Z",
         "history": [
           {"status": "PENDING", "at": "2027-03-01T10:15:51.600Z", "detail": "payment asked for"},
           {"status": "FAILED", "at": "2027-03-01T10:15:52.067Z", "detail": "declined"}]}\
        """)
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
  @Schema(
      example =
          """
          {"amountMinor": 12000, "currency": "EUR"}\
          """)
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
