package org.carelane.payments.payment;

/** What others ask of a payment. */
public sealed interface PaymentCommand {

  /** The payment's id, which is its appointment's. */
  String paymentId();

  record TakePayment(String paymentId, PaymentRequest request) implements PaymentCommand {}

  record RefundPayment(String paymentId, RefundRequest refund) implements PaymentCommand {}
}
