package org.carelane.payments.payment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a payment's history.
 *
 * @param status as the payment's
 * @param detail for people; no health data
 */
@Schema(
    example =
        """
        {"status": "CAPTURED", "at": "2027-03-01T10:15:52.067Z", "detail": "12000 EUR"}\
        """)
public record HistoryEntry(PaymentStatus status, Instant at, String detail) {

  /** Appends this, unless it equals the last but for the time, as while a provider is down. */
  List<HistoryEntry> after(List<HistoryEntry> history) {
    var last = history.getLast();
    if (last.status() == status && last.detail().equals(detail)) {
      return history;
    }
    var all = new ArrayList<>(history);
    all.add(this);
    return List.copyOf(all);
  }
}
