package org.carelane.payments.sandbox.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.carelane.payments.sandbox.LedgerEntry;

/**
 * A capture or a refund.
 *
 * @param id the payment's with its side: the charge or the refund
 * @param kind CAPTURE or REFUND
 * @param amountMinor in minor units of the currency; never negative
 * @param currency ISO 4217
 */
@Schema(
    example =
        """
        {"id": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74:1-charge",
         "paymentId": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74",
         "appointmentId": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74", "kind": "CAPTURE", "amountMinor": 12000,
         "currency": "EUR", "at": "2027-03-01T10:15:52.067Z"}\
        """)
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
