package org.carelane.payments.payment;

import org.carelane.documents.DueWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Resumes payments that a crash, an outage or a slow provider left open. */
@Configuration(proxyBeanMethods = false)
class PaymentDeadlines {

  @Bean
  DueWork<Payment> duePayments(
      Payments payments, PaymentProcess process, AttemptProperties attempts) {
    return new DueWork<>(
        "Due payments",
        attempts.pollEvery(),
        room -> payments.takeDue(Math.min(room, attempts.atOnce())),
        process::resume);
  }
}
