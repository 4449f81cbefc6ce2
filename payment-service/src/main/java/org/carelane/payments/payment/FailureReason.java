package org.carelane.payments.payment;

/** Why nothing was captured. The names are those of the schema of PaymentFailed. */
public enum FailureReason {
  DECLINED,
  /** The patient did not confirm in time. */
  EXPIRED,
  /** The provider could not be reached before the payment expired; the charge was cancelled. */
  PROVIDER_UNAVAILABLE,
  /** Refund requested before a capture. */
  WITHDRAWN
}
