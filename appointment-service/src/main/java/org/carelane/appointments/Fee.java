package org.carelane.appointments;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Money.
 *
 * @param amountMinor in minor units of the currency: cents for EUR, yen for JPY
 * @param currency ISO 4217
 */
@Schema(
    example =
        """
        {"amountMinor": 12000, "currency": "EUR"}\
        """)
public record Fee(long amountMinor, String currency) {

  public static Fee of(Money money) {
    return new Fee(money.amountMinor(), money.currency().getCurrencyCode());
  }
}
