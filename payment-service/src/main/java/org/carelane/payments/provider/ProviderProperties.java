package org.carelane.payments.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param provider the payment provider's name
 */
@Validated
@ConfigurationProperties("carelane.payments")
public record ProviderProperties(
    @DefaultValue("")
        @Pattern(
            regexp = "sandbox",
            message =
                "must name a payment provider; there is only 'sandbox' so far, which moves no money"
                    + " and belongs to the local profile and tests")
        String provider,
    @Valid @DefaultValue Call call,
    @Valid @DefaultValue Breaker breaker) {

  /**
   * @param timeout how long one call may take
   * @param atOnce how many calls may be under way; further ones wait
   * @param waiting how many may wait in memory; more wait in the database
   * @param waitAtMost how long they wait in memory; then they wait in the database
   */
  public record Call(
      @DefaultValue("2s") @DurationMin(millis = 1) Duration timeout,
      @DefaultValue("64") @Positive int atOnce,
      @DefaultValue("400") @PositiveOrZero int waiting,
      @DefaultValue("2s") @DurationMin(millis = 1) Duration waitAtMost) {}

  /**
   * When a provider that does not answer is not called for a while.
   *
   * @param failureRate in percent, of the last {@code calls}
   * @param pause how long it is not called
   */
  public record Breaker(
      @DefaultValue("50") @Min(1) @Max(100) int failureRate,
      @DefaultValue("40") @Positive int calls,
      @DefaultValue("20") @Positive int minimumCalls,
      @DefaultValue("3s") @DurationMin(millis = 1) Duration pause) {}
}
