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
  /** A refund was requested; it is not known yet whether anything was captured. */
  WITHDRAWING,
  /** The refund was requested first; nothing will be captured. */
  WITHDRAWN,
  REFUNDING,
  /** The provider refused the refund; it can be requested again. */
  REFUND_FAILED,
  REFUNDED
}
