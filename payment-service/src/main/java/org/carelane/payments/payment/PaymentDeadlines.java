package org.carelane.payments.payment;

import org.carelane.documents.DueWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Resumes payments that a crash, an outage or a slow provider left open. */
@Configuration(proxyBeanMethods = false)
class PaymentDeadlines {

  /** No more than find a place: the others stay due, for any process. */
  @Bean
  DueWork<Payment> duePayments(
      Payments payments, PaymentProcess process, ProviderCalls calls, AttemptProperties attempts) {
    return new DueWork<>(
        "Due payments",
        attempts.pollEvery(),
        room -> payments.takeDue(Math.min(room, Math.min(attempts.atOnce(), calls.room()))),
        process::resume);
  }
}
