package org.carelane.payments.payment;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Resumes what a crash, an outage or a slow provider left open. */
@Component
class DuePayments implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(DuePayments.class);

  private final Payments payments;
  private final PaymentProcess process;
  private final AttemptProperties attempts;
  private final Clock clock;

  DuePayments(Payments payments, PaymentProcess process, AttemptProperties attempts, Clock clock) {
    this.payments = payments;
    this.process = process;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::resume, attempts.pollEvery());
  }

  private void resume() {
    try {
      payments.due(clock.instant(), attempts.atOnce()).forEach(this::resume);
    } catch (DataAccessException e) {
      log.warn("Looking for due payments put off: {}", e.toString());
    }
  }

  private void resume(Payment due) {
    try {
      process.resume(due);
    } catch (OptimisticLockingFailureException e) {
      log.debug("Payment {} was taken up elsewhere", due.id());
    }
  }
}
