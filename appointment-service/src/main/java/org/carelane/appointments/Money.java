package org.carelane.appointments;

import java.util.Currency;

/**
 * @param amountMinor in minor units: cents for EUR, yen for JPY
 */
public record Money(long amountMinor, Currency currency) {

  public Money {
    if (amountMinor < 0) {
      throw new IllegalArgumentException("An amount is not negative");
    }
  }
}
