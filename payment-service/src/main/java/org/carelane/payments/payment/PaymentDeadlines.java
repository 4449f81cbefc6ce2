package org.carelane.payments.payment;

import java.time.Clock;
import java.util.List;
import org.carelane.documents.DueWork;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Resumes payments that a crash, an outage or a slow provider left open. */
@Component
class PaymentDeadlines implements SchedulingConfigurer {

  private final Payments payments;
  private final ProviderCalls calls;
  private final DueWork<Payment> work;
  private final AttemptProperties attempts;
  private final Clock clock;

  PaymentDeadlines(
      Payments payments,
      PaymentProcess process,
      ProviderCalls calls,
      AttemptProperties attempts,
      Clock clock) {
    this.payments = payments;
    this.calls = calls;
    this.work = new DueWork<>("Due payments", this::due, process::resume);
    this.attempts = attempts;
    this.clock = clock;
  }

  /** No more than find a place: the others stay due, for any process. */
  private List<Payment> due() {
    var room = Math.min(attempts.atOnce(), calls.room());
    return room > 0 ? payments.due(clock.instant(), room) : List.of();
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(work, attempts.pollEvery());
  }
}
