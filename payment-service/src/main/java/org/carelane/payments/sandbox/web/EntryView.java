package org.carelane.payments.sandbox.web;

import java.time.Instant;
import org.carelane.payments.sandbox.LedgerEntry;

/**
 * @param kind CAPTURE or REFUND
 * @param amountMinor never negative
 */
record EntryView(
    String id,
    String paymentId,
    String appointmentId,
    LedgerEntry.Kind kind,
    long amountMinor,
    String currency,
    Instant at) {

  static EntryView of(LedgerEntry entry) {
    return new EntryView(
        entry.id(),
        entry.paymentId(),
        entry.paymentId(),
        entry.kind(),
        entry.amountMinor(),
        entry.currency(),
        entry.at());
  }
}
