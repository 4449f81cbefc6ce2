package org.carelane.notifications.notification;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * By default five attempts within two minutes. A server that takes nobody's mail uses up none.
 *
 * @param attempts maximum number of attempts to send a mail
 * @param firstBackoff the wait after the first failure; each further one is three times as long
 * @param maxBackoff the longest wait
 * @param pollEvery how often mails whose next attempt is due are looked for
 * @param claimFor how long a mail is reserved for the process that is about to send it; then
 *     another process may send it. At least twice as long as an attempt can take, which is the sum
 *     of all SMTP time-outs
 * @param senders how many mails are sent at a time, each on a connection of its own
 * @param sendersAtMost the same while as many mails wait as are being sent
 * @param waiting how many mails may wait in memory for a sender; more wait in the database
 * @param answerWithin how long to wait for the mail server before a new mail is saved as pending
 * @param probeEvery how often one mail is tried while the server is away; the others wait
 */
@Validated
@ConfigurationProperties("carelane.notifications.delivery")
record DeliveryProperties(
    @DefaultValue("5") @Positive int attempts,
    @DefaultValue("4s") Duration firstBackoff,
    @DefaultValue("1m") Duration maxBackoff,
    @DefaultValue("1s") Duration pollEvery,
    @DefaultValue("4m") Duration claimFor,
    @DefaultValue("4") @Positive int senders,
    @DefaultValue("16") @Positive int sendersAtMost,
    @DefaultValue("400") @Positive int waiting,
    @DefaultValue("500ms") Duration answerWithin,
    @DefaultValue("5s") @DurationMin(millis = 1) Duration probeEvery) {

  private static final int FACTOR = 3;

  /**
   * @param failures 1 or more
   */
  Duration backoffAfter(int failures) {
    var wait = firstBackoff;
    for (int i = 1; i < failures && wait.compareTo(maxBackoff) < 0; i++) {
      wait = wait.multipliedBy(FACTOR);
    }
    return wait.compareTo(maxBackoff) < 0 ? wait : maxBackoff;
  }
}
