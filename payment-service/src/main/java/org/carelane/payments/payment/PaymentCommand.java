package org.carelane.payments.payment;

/** A command from another service. */
public sealed interface PaymentCommand {

  /** The payment's id, equal to its appointment's. */
  String paymentId();

  record TakePayment(String paymentId, PaymentRequest request) implements PaymentCommand {}

  record RefundPayment(String paymentId, RefundRequest refund) implements PaymentCommand {}
}
