package org.carelane.payments.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * Calls a provider with a time limit and a circuit breaker. Every failure is a {@link NoAnswer}.
 */
public class GuardedProvider implements PaymentProvider {

  private final PaymentProvider provider;
  private final CircuitBreaker breaker;
  private final TimeLimiter timeLimiter;

  public GuardedProvider(
      PaymentProvider provider, CircuitBreaker breaker, TimeLimiter timeLimiter) {
    this.provider = provider;
    this.breaker = breaker;
    this.timeLimiter = timeLimiter;
  }

  @Override
  public ChargeAnswer capture(Charge charge) {
    return ask(() -> provider.capture(charge));
  }

  @Override
  public Optional<ChargeAnswer> find(Charge charge) {
    return ask(() -> provider.find(charge));
  }

  @Override
  public ChargeAnswer confirm(Charge charge) {
    return ask(() -> provider.confirm(charge));
  }

  @Override
  public ChargeAnswer cancel(Charge charge) {
    return ask(() -> provider.cancel(charge));
  }

  @Override
  public RefundAnswer refund(Refund refund) {
    return ask(() -> provider.refund(refund));
  }

  private <T> T ask(Callable<T> call) {
    try {
      return breaker.executeCallable(() -> withinTimeLimit(call));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(e);
    } catch (Exception e) {
      throw new NoAnswer(e);
    }
  }

  /**
   * On a thread of its own: a call that ignores the interrupt goes on there and keeps nobody
   * waiting.
   */
  private <T> T withinTimeLimit(Callable<T> call) throws Exception {
    var task = new FutureTask<>(call);
    Thread.ofVirtual().name("provider").start(task);
    try {
      return timeLimiter.executeFutureSupplier(() -> task);
    } finally {
      task.cancel(true);
    }
  }
}
