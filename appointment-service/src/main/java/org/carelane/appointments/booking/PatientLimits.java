package org.carelane.appointments.booking;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one patient may have at a time.
 *
 * @param holds slots held and not paid for yet; 0 for any number
 * @param overlaps whether appointments of one patient may overlap
 */
@Validated
@ConfigurationProperties("carelane.booking.patient")
public record PatientLimits(
    @DefaultValue("3") @PositiveOrZero int holds, @DefaultValue("false") boolean overlaps) {

  /** Whether a new booking needs to know of the patient's others. */
  boolean areAny() {
    return holds > 0 || !overlaps;
  }
}
