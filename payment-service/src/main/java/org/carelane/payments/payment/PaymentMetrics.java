package org.carelane.payments.payment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How payments end: {@code carelane.payments.ended} by {@code state}. One that is captured and
 * later refunded ends twice.
 */
@Component
class PaymentMetrics {

  private static final EnumSet<PaymentStatus> ENDS =
      EnumSet.of(PaymentStatus.CAPTURED, PaymentStatus.FAILED, PaymentStatus.REFUNDED);

  private final Map<PaymentStatus, Counter> ended = new EnumMap<>(PaymentStatus.class);

  PaymentMetrics(MeterRegistry meters) {
    for (var state : ENDS) {
      ended.put(state, meters.counter("carelane.payments.ended", "state", state.name()));
    }
  }

  void moved(Payment before, Payment after) {
    after.history().stream()
        .skip(before.history().size())
        .flatMap(entry -> Optional.ofNullable(ended.get(entry.status())).stream())
        .forEach(Counter::increment);
  }
}
