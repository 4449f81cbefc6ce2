package org.carelane.payments.sandbox;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An entry in the sandbox's ledger.
 *
 * @param id payment id and side, charge or refund, so that neither can be entered twice
 * @param amountMinor in minor units, never negative
 */
@Document("sandbox_ledger")
@CompoundIndex(name = "by_time", def = "{'at': 1}")
public record LedgerEntry(
    @Id String id, String paymentId, Kind kind, long amountMinor, String currency, Instant at) {

  public enum Kind {
    CAPTURE,
    /** Has the id that the capture would have, and so prevents it. */
    CANCELLATION,
    REFUND
  }

  /** In minor units; negative for a refund. */
  long signedMinor() {
    return kind == Kind.REFUND ? -amountMinor : amountMinor;
  }

  static String charge(String paymentId) {
    return paymentId + ":1-charge";
  }

  static String refund(String paymentId) {
    return paymentId + ":2-refund";
  }
}
