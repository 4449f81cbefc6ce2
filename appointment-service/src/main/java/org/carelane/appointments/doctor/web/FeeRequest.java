package org.carelane.appointments.doctor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.carelane.appointments.Currencies;
import org.carelane.appointments.Money;
import org.carelane.appointments.Problems;

/**
 * @param amountMinor in minor units of the currency
 * @param currency ISO 4217, in use as money today
 */
@Schema(
    example =
        """
        {"amountMinor": 12000, "currency": "EUR"}\
        """)
record FeeRequest(
    @NotNull @Min(1) @Max(100_000_000) Long amountMinor,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

  Money money(Instant now) {
    return Currencies.inUse(currency, now)
        .map(it -> new Money(amountMinor, it))
        .orElseThrow(
            () ->
                Problems.invalid(
                    "fee.currency is the ISO 4217 code of money that is in use, e.g. EUR."));
  }
}
