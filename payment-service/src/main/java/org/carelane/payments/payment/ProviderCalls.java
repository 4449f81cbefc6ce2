package org.carelane.payments.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.carelane.messaging.Traces;
import org.carelane.payments.provider.GuardedProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Calls the provider, each call on a thread of its own and in the trace of its payment. A call that
 * is lost with its process is made again when its command is delivered again, or when its payment
 * is due.
 */
@Component
class ProviderCalls {

  private static final Logger log = LoggerFactory.getLogger(ProviderCalls.class);

  private final GuardedProvider provider;
  private final Executor threads;
  private final Traces traces;

  ProviderCalls(
      GuardedProvider provider, @Qualifier("providerThreads") Executor threads, Traces traces) {
    this.provider = provider;
    this.threads = threads;
    this.traces = traces;
  }

  /** A failure is {@link ProviderAnswer.None}. */
  CompletableFuture<ProviderAnswer> ask(Payment payment, Instant now) {
    var answer = new CompletableFuture<ProviderAnswer>();
    threads.execute(
        () -> traces.within(payment.traceparent(), () -> answer.complete(answer(payment, now))));
    return answer;
  }

  private ProviderAnswer answer(Payment payment, Instant now) {
    try {
      return new ProviderCall(payment, now).run(provider);
    } catch (RuntimeException e) {
      log.warn("Payment {}: the provider could not be asked", payment.id(), e);
      return new ProviderAnswer.None(payment.state());
    }
  }

  /** Waits until all have answered or the time is over. */
  static void await(List<CompletableFuture<ProviderAnswer>> answers, Duration atMost) {
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
