package org.carelane.payments.sandbox;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A line in the sandbox's books.
 *
 * @param id names payment and side, so that neither side can be booked twice
 * @param amountMinor in minor units, never negative
 */
@Document("sandbox_ledger")
@CompoundIndex(name = "by_time", def = "{'at': 1}")
public record LedgerEntry(
    @Id String id, String paymentId, Kind kind, long amountMinor, String currency, Instant at) {

  /** What a line says. */
  public enum Kind {
    CAPTURE,
    /** Stands where the capture would, and so keeps it out. */
    CANCELLATION,
    REFUND
  }

  /** What it brought, negative for what was given back. */
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
