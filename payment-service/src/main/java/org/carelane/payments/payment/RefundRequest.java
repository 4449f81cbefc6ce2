package org.carelane.payments.payment;

import org.jspecify.annotations.Nullable;

/**
 * Who wants the money back, and why.
 *
 * @param commandId of the command to answer; {@code null} when nobody waits for an answer
 * @param reason for the history
 */
public record RefundRequest(@Nullable String commandId, String reason) {

  /** The provider captured what it had said it would not: nobody wants that money. */
  static RefundRequest unwanted() {
    return new RefundRequest(null, "captured against the provider's word");
  }
}
