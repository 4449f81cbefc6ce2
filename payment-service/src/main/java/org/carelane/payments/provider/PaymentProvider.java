package org.carelane.payments.provider;

import java.util.Optional;

/**
 * A payment provider. Every call may be repeated: the payment's id is the idempotency key.
 *
 * <p>After an exception the outcome is unknown: the call may have had its effect. An implementation
 * may block; an interrupt ends the waiting, not the provider's work.
 */
public interface PaymentProvider {

  /** Takes the money, unless the charge is known already: then its answer is given again. */
  ChargeAnswer capture(Charge charge);

  /** What became of a charge; empty when the provider never heard of it. */
  Optional<ChargeAnswer> find(Charge charge);

  /** Goes on with a charge that requires action, now that the patient agreed. */
  ChargeAnswer confirm(Charge charge);

  /**
   * Ends a charge that nobody wants any more, also one the provider never heard of: a capture that
   * arrives later takes nothing. Money taken before stays taken, and the answer says so. A provider
   * that can't promise this of what it never heard of answers Cancelled nevertheless: what it
   * captures later is found in its books and given back.
   */
  ChargeAnswer cancel(Charge charge);

  /** Gives a captured charge back in full. */
  RefundAnswer refund(Refund refund);
}
