package org.carelane.payments.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * {@code carelane.ledger.difference} by {@code currency}: the sum over all payments by how much
 * they and the provider's books differ, in minor units. Too much here and too little there do not
 * cancel out.
 */
@Component
class LedgerDifference {

  private final MeterRegistry meters;
  private final Map<String, AtomicLong> byCurrency = new ConcurrentHashMap<>();

  LedgerDifference(MeterRegistry meters) {
    this.meters = meters;
  }

  /** There is none in that currency so far. */
  void mayBeIn(String currency) {
    of(currency);
  }

  void is(Collection<Balance> differences) {
    Map<String, Long> sums = new HashMap<>();
    differences.forEach(
        it -> it.minor().forEach((key, minor) -> sums.merge(key, minor, Long::sum)));
    sums.keySet().forEach(this::of);
    byCurrency.forEach((currency, sum) -> sum.set(sums.getOrDefault(currency, 0L)));
  }

  private AtomicLong of(String currency) {
    return byCurrency.computeIfAbsent(
        currency,
        _ -> {
          var value = new AtomicLong();
          Gauge.builder("carelane.ledger.difference", value, AtomicLong::get)
              .description("Payments against the provider's books, in minor units")
              .tag("currency", currency)
              .register(meters);
          return value;
        });
  }
}
