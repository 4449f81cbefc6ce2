package org.carelane.payments.reconciliation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carelane.payments.payment.Order;
import org.carelane.payments.payment.Payment;
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

  /** As we know it: of a payment we do not know, or that is open, nothing. */
  static Balance of(@Nullable Payment payment) {
    if (payment == null) {
      return NOTHING;
    }
    return switch (payment.state()) {
      case PaymentState.Captured s -> of(s.order());
      case PaymentState.RefundRefused s -> of(s.order());
      case PaymentState.Refunding s -> of(s.order());
      case PaymentState.Withdrawn _,
          PaymentState.Charging _,
          PaymentState.AwaitingConfirmation _,
          PaymentState.Confirming _,
          PaymentState.Withdrawing _,
          PaymentState.Failed _,
          PaymentState.Refunded _ ->
          NOTHING;
    };
  }

  private static Balance of(Order order) {
    return new Balance(Map.of(order.currency(), order.amountMinor()));
  }

  /** As the provider's books say. */
  static Balance of(List<Movement> movements) {
    return new Balance(
        movements.stream()
            .collect(groupingBy(Movement::currency, summingLong(Movement::amountMinor))));
  }

  /** Never negative, and without what is alike. */
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
