package org.carelane.payments.payment;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often the provider is asked about a payment.
 *
 * @param answerWithin how long a command waits for the provider's answer before its payment is
 *     stored without one
 * @param lease how long one attempt may take; then its process counts as dead and another one tries
 * @param firstBackoff wait after an attempt without an answer; doubled each time
 * @param pollEvery how often payments that are due are looked for
 * @param atOnce how many of them one poll resumes at most
 * @param reportEvery a refund is reported as failed after every so many attempts without an answer
 */
@Validated
@ConfigurationProperties("carelane.payments.attempts")
public record AttemptProperties(
    @DefaultValue("500ms") @DurationMin(millis = 1) Duration answerWithin,
    @DefaultValue("8s") @DurationMin(millis = 1) Duration lease,
    @DefaultValue("500ms") @DurationMin(millis = 1) Duration firstBackoff,
    @DefaultValue("30s") @DurationMin(millis = 1) Duration longestBackoff,
    @DefaultValue("1s") @DurationMin(millis = 1) Duration pollEvery,
    @DefaultValue("100") @Positive int atOnce,
    @DefaultValue("5") @Positive int reportEvery) {

  private static final int DOUBLINGS = 20;

  NextAttempt first(Instant now) {
    return new NextAttempt(1, now.plus(lease));
  }

  NextAttempt next(NextAttempt due, Instant now) {
    return new NextAttempt(due.attempt() + 1, now.plus(lease));
  }

  NextAttempt later(NextAttempt due, Instant now) {
    var doubled = firstBackoff.multipliedBy(1L << Math.clamp(due.attempt() - 1, 0, DOUBLINGS));
    var backoff = doubled.compareTo(longestBackoff) < 0 ? doubled : longestBackoff;
    return new NextAttempt(due.attempt(), now.plus(backoff));
  }
}
