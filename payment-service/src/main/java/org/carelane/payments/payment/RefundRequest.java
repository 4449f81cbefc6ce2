package org.carelane.payments.payment;

import org.jspecify.annotations.Nullable;

/**
 * A request to give the money back.
 *
 * @param commandId the command to reply to; {@code null} if no command requested the refund
 * @param reason for the history
 */
public record RefundRequest(@Nullable String commandId, String reason) {

  /** For money that the provider captured although it had answered that it would not. */
  static RefundRequest unwanted() {
    return new RefundRequest(null, "captured against the provider's word");
  }
}
