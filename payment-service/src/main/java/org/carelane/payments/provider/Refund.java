package org.carelane.payments.provider;

/**
 * A charge to be given back in full, at most once.
 *
 * @param attempt from 1; the next one begins only after the provider refused the one before, so
 *     repeating an attempt whose outcome is unknown is the same refund
 */
public record Refund(Charge charge, int attempt) {

  /** The idempotency key. */
  public String key() {
    return charge.paymentId() + ":refund:" + attempt;
  }
}
