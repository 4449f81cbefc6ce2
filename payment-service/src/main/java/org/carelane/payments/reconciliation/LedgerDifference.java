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
 * {@code carelane.ledger.difference} by {@code currency}: the sum of the absolute differences
 * between each payment and the provider's books, in minor units. Differences of two payments do not
 * cancel out.
 */
@Component
class LedgerDifference {

  private final MeterRegistry meters;
  private final Map<String, AtomicLong> byCurrency = new ConcurrentHashMap<>();

  LedgerDifference(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Begins the gauge of a currency at 0, if it is new. */
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
