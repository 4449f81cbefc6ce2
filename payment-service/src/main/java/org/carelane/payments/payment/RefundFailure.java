package org.carelane.payments.payment;

/** Why the money is not given back yet; the names are those of the contract of RefundFailed. */
public enum RefundFailure {
  PROVIDER_UNAVAILABLE,
  PROVIDER_REFUSED
}
