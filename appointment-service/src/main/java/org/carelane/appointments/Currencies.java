package org.carelane.appointments;

import com.ibm.icu.text.CurrencyMetaInfo;
import com.ibm.icu.text.CurrencyMetaInfo.CurrencyFilter;
import java.time.Instant;
import java.util.Currency;
import java.util.Date;
import java.util.Optional;

/**
 * Currencies in which a fee can be asked for. The JDK also knows withdrawn ones, metals, units of
 * account and codes for tests, and does not tell them apart; CLDR knows which code is money where,
 * and when. The decimals are those of ISO 4217, which the JDK has: CLDR counts those in daily use.
 */
public final class Currencies {

  private Currencies() {}

  /** Empty unless someone can pay with it then. */
  public static Optional<Currency> inUse(String code, Instant when) {
    var money = CurrencyFilter.onCurrency(code).withDate(Date.from(when)).withTender();
    return CurrencyMetaInfo.getInstance().currencies(money).isEmpty()
        ? Optional.empty()
        : Currency.getAvailableCurrencies().stream()
            .filter(it -> it.getCurrencyCode().equals(code))
            .findFirst();
  }
}
