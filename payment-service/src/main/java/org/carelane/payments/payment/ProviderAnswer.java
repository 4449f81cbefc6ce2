package org.carelane.payments.payment;

import org.carelane.payments.provider.ChargeAnswer;
import org.carelane.payments.provider.RefundAnswer;

/** The result of a call to the provider. */
sealed interface ProviderAnswer {

  record OfCharge(ChargeAnswer answer) implements ProviderAnswer {}

  /**
   * @param attempt the number of the refund attempt
   */
  record OfRefund(RefundAnswer answer, int attempt) implements ProviderAnswer {}

  /**
   * The call was not made: too many were waiting, or its lease was over when its turn came.
   *
   * @param state the payment's state when it was to be asked about
   * @param attempt the number of the attempt
   */
  record NotAsked(PaymentState state, int attempt) implements ProviderAnswer {}

  /**
   * The provider did not answer.
   *
   * @param asked the payment's state when it was asked
   */
  record None(PaymentState asked) implements ProviderAnswer {}
}
