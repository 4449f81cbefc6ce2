package org.carelane.payments.payment;

/** A state's name for people, apps and the history. */
public enum PaymentStatus {
  /** The provider is asked; its answer is not known. */
  PENDING,
  /** The patient has to confirm. */
  REQUIRES_ACTION,
  /** The patient confirmed; the provider's answer is not known. */
  CONFIRMING,
  CAPTURED,
  /** Nothing was captured and nothing will be. */
  FAILED,
  /** Not wanted any more; whether something was captured is not known yet. */
  WITHDRAWING,
  /** Not wanted before it was asked for. */
  WITHDRAWN,
  REFUNDING,
  /** The provider refused to give the money back; it can be asked again. */
  REFUND_FAILED,
  REFUNDED
}
