package org.carelane.payments.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a provider has written down. It knows nothing of what we believe. */
public interface ProviderBooks {

  /**
   * @param amountMinor what it brought, in minor units; negative for what was given back
   * @param currency ISO 4217
   */
  record Movement(String paymentId, long amountMinor, String currency, Instant at) {}

  /** In the order in which they were written; both ends inclusive. */
  List<Movement> movements(Instant from, Instant until, int limit);

  /** All that concern one of these payments, however old. */
  List<Movement> movementsOf(Collection<String> paymentIds);
}
