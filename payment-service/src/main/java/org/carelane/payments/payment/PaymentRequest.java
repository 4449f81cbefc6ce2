package org.carelane.payments.payment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is to be paid, by whom and how.
 *
 * @param commandId the command's id, repeated in its replies
 * @param amountMinor in minor units of the currency
 * @param currency ISO 4217
 * @param paymentMethod the provider's token
 * @param expiresAt when the slot is no longer held; cut to milliseconds, as the database does
 */
public record PaymentRequest(
    String commandId,
    String patientId,
    long amountMinor,
    String currency,
    String paymentMethod,
    Instant expiresAt) {

  public PaymentRequest {
    if (amountMinor < 0) {
      throw new IllegalArgumentException("amountMinor is negative");
    }
    expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** The amount, for the history. */
  String amount() {
    return amountMinor + " " + currency;
  }
}
