package org.carelane.appointments.booking;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param holdFor how long a slot is held for its payment, at most until it begins
 * @param confirmWithin how long the confirmation may take, at most until the appointment begins.
 *     Long: notification-service gives up by itself what can't be delivered, but waits for a mail
 *     server that is away
 * @param undoAgainAfter how long to wait for the reply to a compensation before it is sent again;
 *     doubled each time
 * @param undoAgainAtMost the longest such wait
 * @param stuckAfter attempts of one compensation after which someone should look
 * @param busyAfter how long a new booking may wait for its turn before it is refused. Also how long
 *     payments may take before some new bookings are refused; when they take twice as long, all are
 * @param atOnce how many new bookings are worked on at once
 * @param deadlinesEvery how often passed deadlines are looked for
 * @param unansweredEvery how often is looked how many of the latest bookings wait for their payment
 * @param paymentMethods what the payment provider's tokens look like: they match one of these
 */
@Validated
@ConfigurationProperties("carelane.booking")
public record BookingProperties(
    @DefaultValue("2m") Duration holdFor,
    @DefaultValue("24h") Duration confirmWithin,
    @DefaultValue("5s") Duration undoAgainAfter,
    @DefaultValue("10m") Duration undoAgainAtMost,
    @DefaultValue("5") @Positive int stuckAfter,
    @DefaultValue("5s") @DurationMin(millis = 1) Duration busyAfter,
    @DefaultValue("16") @Positive int atOnce,
    @DefaultValue("1s") Duration deadlinesEvery,
    @DefaultValue("1s") Duration unansweredEvery,
    @NotEmpty List<Pattern> paymentMethods) {

  boolean canPayWith(String method) {
    return paymentMethods.stream().anyMatch(it -> it.matcher(method).matches());
  }

  /** At most until the slot begins. */
  Instant heldUntil(Instant now, Instant start) {
    return earlier(now.plus(holdFor), start);
  }

  /** At most until the appointment begins. */
  Instant confirmedUntil(Instant now, Instant start) {
    return earlier(now.plus(confirmWithin), start);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  Duration undoAgainAfter(int attempts) {
    var wait = undoAgainAfter.multipliedBy(1L << Math.min(attempts - 1, 20));
    return wait.compareTo(undoAgainAtMost) < 0 ? wait : undoAgainAtMost;
  }
}
