package org.carelane.appointments;

/**
 * Money as requests and answers have it, in one shape everywhere.
 *
 * @param amountMinor in minor units of the currency: cents for EUR, yen for JPY
 * @param currency ISO 4217
 */
public record Fee(long amountMinor, String currency) {

  public static Fee of(Money money) {
    return new Fee(money.amountMinor(), money.currency().getCurrencyCode());
  }
}
