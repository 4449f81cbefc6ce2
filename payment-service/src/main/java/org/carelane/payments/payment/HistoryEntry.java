package org.carelane.payments.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a payment's history.
 *
 * @param detail for people; no health data
 */
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
