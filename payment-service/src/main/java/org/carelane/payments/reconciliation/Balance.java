package org.carelane.payments.reconciliation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carelane.payments.payment.Payment;
import org.carelane.payments.payment.PaymentRequest;
import org.carelane.payments.payment.PaymentState;
import org.carelane.payments.provider.ProviderBooks.Movement;
import org.jspecify.annotations.Nullable;

/**
 * What was captured and not given back of one payment.
 *
 * @param minor by ISO 4217 currency, in minor units
 */
record Balance(Map<String, Long> minor) {

  private static final Balance NOTHING = new Balance(Map.of());

  /** According to our payment. Nothing if it is unknown or its charge is open. */
  static Balance of(@Nullable Payment payment) {
    if (payment == null) {
      return NOTHING;
    }
    return switch (payment.state()) {
      case PaymentState.Held held -> of(held.request());
      case PaymentState.ChargeOpen _, PaymentState.Closed _ -> NOTHING;
    };
  }

  static Balance of(PaymentRequest request) {
    return new Balance(Map.of(request.currency(), request.amountMinor()));
  }

  /** According to the provider's books. */
  static Balance of(List<Movement> movements) {
    return new Balance(
        movements.stream()
            .collect(groupingBy(Movement::currency, summingLong(Movement::amountMinor))));
  }

  /** Absolute differences by currency, without zeros. */
  Balance differenceTo(Balance other) {
    Map<String, Long> difference = new HashMap<>(minor);
    other.minor.forEach((currency, amount) -> difference.merge(currency, -amount, Long::sum));
    difference.values().removeIf(amount -> amount == 0);
    difference.replaceAll((_, amount) -> Math.abs(amount));
    return new Balance(difference);
  }

  boolean isNothing() {
    return minor.isEmpty();
  }
}
