package org.carelane.payments.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The provider's own record of the money it moved, independent of our payments. */
public interface ProviderBooks {

  /**
   * @param amountMinor what was captured, in minor units; negative for a refund
   * @param currency ISO 4217
   */
  record Movement(String paymentId, long amountMinor, String currency, Instant at) {}

  /** In the order in which they were written; from and until inclusive. */
  List<Movement> movements(Instant from, Instant until, int limit);

  /** All movements of these payments, however old. */
  List<Movement> movementsOf(Collection<String> paymentIds);
}
