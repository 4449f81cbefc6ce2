package org.carelane.payments.payment;

import java.time.Instant;
import java.util.Objects;
import org.carelane.payments.payment.PaymentState.Failed;

/**
 * A reply on {@code payment.events}. When it is sent again, it has the same content. Schemas are in
 * {@code contracts/}.
 */
public sealed interface PaymentEvent {

  String paymentId();

  record PaymentRequiresAction(
      String commandId,
      String paymentId,
      String appointmentId,
      String patientId,
      Instant expiresAt,
      Instant occurredAt)
      implements PaymentEvent {

    static PaymentRequiresAction of(Payment payment, PaymentRequest request) {
      return new PaymentRequiresAction(
          request.commandId(),
          payment.id(),
          payment.id(),
          request.patientId(),
          request.expiresAt(),
          payment.since(PaymentStatus.REQUIRES_ACTION));
    }
  }

  record PaymentCaptured(
      String commandId,
      String paymentId,
      String appointmentId,
      String patientId,
      long amountMinor,
      String currency,
      Instant occurredAt)
      implements PaymentEvent {

    static PaymentCaptured of(Payment payment, PaymentRequest request) {
      return new PaymentCaptured(
          request.commandId(),
          payment.id(),
          payment.id(),
          request.patientId(),
          request.amountMinor(),
          request.currency(),
          payment.since(PaymentStatus.CAPTURED));
    }
  }

  record PaymentFailed(
      String commandId,
      String paymentId,
      String appointmentId,
      FailureReason reason,
      Instant occurredAt)
      implements PaymentEvent {

    static PaymentFailed of(Payment payment, Failed failed) {
      return new PaymentFailed(
          failed.request().commandId(),
          payment.id(),
          payment.id(),
          failed.reason(),
          payment.since(PaymentStatus.FAILED));
    }
  }

  record PaymentRefunded(
      String commandId,
      String paymentId,
      String appointmentId,
      long amountMinor,
      String currency,
      Instant occurredAt)
      implements PaymentEvent {

    /** ISO 4217 code when no amount is known. */
    static final String NO_CURRENCY = "XXX";

    static PaymentRefunded of(Payment payment, PaymentRequest request, RefundRequest refund) {
      return new PaymentRefunded(
          Objects.requireNonNull(refund.commandId()),
          payment.id(),
          payment.id(),
          request.amountMinor(),
          request.currency(),
          payment.since(PaymentStatus.REFUNDED));
    }

    static PaymentRefunded nothing(Payment payment, RefundRequest refund) {
      return new PaymentRefunded(
          Objects.requireNonNull(refund.commandId()),
          payment.id(),
          payment.id(),
          0,
          payment.state().requested().map(PaymentRequest::currency).orElse(NO_CURRENCY),
          payment.since(payment.state().status()));
    }
  }

  record RefundFailed(
      String commandId,
      String paymentId,
      String appointmentId,
      RefundFailure reason,
      Instant occurredAt)
      implements PaymentEvent {}
}
