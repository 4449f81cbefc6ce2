package org.carelane.payments.payment;

import java.time.Instant;

/** A reply on {@code payment.events}; schemas and meaning are in {@code contracts/}. */
public sealed interface PaymentEvent {

  String paymentId();

  record PaymentRequiresAction(
      String commandId,
      String paymentId,
      String appointmentId,
      String patientId,
      Instant expiresAt,
      Instant occurredAt)
      implements PaymentEvent {}

  record PaymentCaptured(
      String commandId,
      String paymentId,
      String appointmentId,
      String patientId,
      long amountMinor,
      String currency,
      Instant occurredAt)
      implements PaymentEvent {}

  record PaymentFailed(
      String commandId,
      String paymentId,
      String appointmentId,
      FailureReason reason,
      Instant occurredAt)
      implements PaymentEvent {}

  record PaymentRefunded(
      String commandId,
      String paymentId,
      String appointmentId,
      long amountMinor,
      String currency,
      Instant occurredAt)
      implements PaymentEvent {

    /** Of an amount of which only is known that it is none: ISO 4217's code for that. */
    static final String NO_CURRENCY = "XXX";
  }

  record RefundFailed(
      String commandId,
      String paymentId,
      String appointmentId,
      RefundFailure reason,
      Instant occurredAt)
      implements PaymentEvent {}
}
