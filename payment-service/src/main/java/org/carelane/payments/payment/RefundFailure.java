package org.carelane.payments.payment;

/** Why the money is not given back yet. The names are those of the schema of RefundFailed. */
public enum RefundFailure {
  PROVIDER_UNAVAILABLE,
  PROVIDER_REFUSED
}
