package org.carelane.payments.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carelane.messaging.DrainingExecutor;
import org.carelane.messaging.Traces;
import org.carelane.payments.provider.GuardedProvider;
import org.carelane.payments.provider.ProviderProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Calls the provider, each call on a thread of its own and in the trace of its payment. Some are
 * under way at a time, some more wait for their turn, not for long; what finds no place among them
 * is not called and stays due in the database. A call that is lost with its process is made again
 * when its command is delivered again, or when its payment is due.
 */
@Component
class ProviderCalls {

  private static final Logger log = LoggerFactory.getLogger(ProviderCalls.class);

  private final GuardedProvider provider;
  private final DrainingExecutor threads;
  private final Traces traces;
  private final Clock clock;
  private final Semaphore turns;
  private final Duration waitAtMost;
  private final int places;
  private final AtomicInteger taken = new AtomicInteger();

  ProviderCalls(
      GuardedProvider provider,
      @Qualifier("providerThreads") DrainingExecutor threads,
      ProviderProperties properties,
      Traces traces,
      Clock clock) {
    this.provider = provider;
    this.threads = threads;
    this.traces = traces;
    this.clock = clock;
    var limits = properties.call();
    this.turns = new Semaphore(limits.atOnce(), true);
    this.waitAtMost = limits.waitAtMost();
    this.places = limits.atOnce() + limits.waiting();
  }

  /** How many more calls find a place. */
  int room() {
    return threads.isRunning() ? Math.max(0, places - taken.get()) : 0;
  }

  /**
   * A failure is {@link ProviderAnswer.None}; without a place, or a turn in time, it is {@link
   * ProviderAnswer.NotAsked}.
   */
  CompletableFuture<ProviderAnswer> ask(Payment payment) {
    var call = new ProviderCall(payment, clock);
    if (taken.incrementAndGet() > places) {
      taken.decrementAndGet();
      return CompletableFuture.completedFuture(call.notMade());
    }
    try {
      var answer = new CompletableFuture<ProviderAnswer>();
      threads.execute(
          () -> traces.within(payment.traceparent(), () -> answer.complete(inTurn(call))));
      return answer;
    } catch (RejectedExecutionException e) {
      taken.decrementAndGet();
      throw e;
    }
  }

  private ProviderAnswer inTurn(ProviderCall call) {
    try {
      if (!turns.tryAcquire(waitAtMost.toMillis(), TimeUnit.MILLISECONDS)) {
        return call.notMade();
      }
      try {
        return threads.isRunning() ? answer(call) : call.notMade();
      } finally {
        turns.release();
      }
    } catch (InterruptedException e) {
      return call.notMade(); // the thread ends with this call
    } finally {
      taken.decrementAndGet();
    }
  }

  private ProviderAnswer answer(ProviderCall call) {
    try {
      return call.run(provider);
    } catch (RuntimeException e) {
      log.warn("Payment {}: the provider could not be asked", call.payment().id(), e);
      return new ProviderAnswer.None(call.payment().state());
    }
  }

  /** Waits until all have answered or the time is over. */
  static void await(List<CompletableFuture<ProviderAnswer>> answers, Duration atMost) {
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
