package org.carelane.payments.payment;

import java.time.Clock;
import org.carelane.documents.DueWork;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Resumes payments that a crash, an outage or a slow provider left open. */
@Component
class PaymentDeadlines implements SchedulingConfigurer {

  private final DueWork<Payment> work;
  private final AttemptProperties attempts;

  PaymentDeadlines(
      Payments payments, PaymentProcess process, AttemptProperties attempts, Clock clock) {
    this.work =
        new DueWork<>(
            "Due payments",
            () -> payments.due(clock.instant(), attempts.atOnce()),
            process::resume);
    this.attempts = attempts;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(work, attempts.pollEvery());
  }
}
