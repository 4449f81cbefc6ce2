package org.carelane.appointments.booking;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param holdFor how long a slot is held for its payment
 * @param confirmWithin how long the confirmation may take, retries included
 * @param undoAgainAfter the first wait before a compensation without answer is asked for again;
 *     each further one is twice as long
 * @param undoAgainAtMost the longest such wait
 * @param stuckAfter attempts of one compensation after which someone should look
 * @param deadlinesEvery how often passed deadlines are looked for
 */
@Validated
@ConfigurationProperties("carelane.booking")
public record BookingProperties(
    @DefaultValue("2m") Duration holdFor,
    @DefaultValue("10m") Duration confirmWithin,
    @DefaultValue("5s") Duration undoAgainAfter,
    @DefaultValue("10m") Duration undoAgainAtMost,
    @DefaultValue("5") @Positive int stuckAfter,
    @DefaultValue("1s") Duration deadlinesEvery) {

  Duration undoAgainAfter(int attempts) {
    var wait = undoAgainAfter.multipliedBy(1L << Math.min(attempts - 1, 20));
    return wait.compareTo(undoAgainAtMost) < 0 ? wait : undoAgainAtMost;
  }
}
