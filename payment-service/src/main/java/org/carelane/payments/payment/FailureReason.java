package org.carelane.payments.payment;

/** Why nothing was captured; the names are those of the contract of PaymentFailed. */
public enum FailureReason {
  DECLINED,
  /** The patient did not confirm in time. */
  EXPIRED,
  /** The provider could not be reached while the money was wanted, and was told not to take it. */
  PROVIDER_UNAVAILABLE,
  /** The refund was asked for first. */
  WITHDRAWN
}
