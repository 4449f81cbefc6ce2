package org.carelane.payments.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A provider with a time limit, a limit of calls at once and a circuit breaker. Whatever goes wrong
 * is {@link NoAnswer}.
 */
public class GuardedProvider implements PaymentProvider {

  private final PaymentProvider provider;
  private final CircuitBreaker breaker;
  private final Duration timeout;
  private final Semaphore calls;

  GuardedProvider(PaymentProvider provider, CircuitBreaker breaker, ProviderProperties.Call limit) {
    this.provider = provider;
    this.breaker = breaker;
    this.timeout = limit.timeout();
    this.calls = new Semaphore(limit.atOnce(), true);
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
      calls.acquire();
      try {
        return breaker.executeCallable(() -> withinTimeout(call));
      } finally {
        calls.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(e);
    } catch (ExecutionException e) {
      throw new NoAnswer(e.getCause() == null ? e : e.getCause());
    } catch (Exception e) {
      throw new NoAnswer(e);
    }
  }

  /** On a thread of its own, which is left alone with a call that does not heed the interrupt. */
  private <T> T withinTimeout(Callable<T> call)
      throws InterruptedException, ExecutionException, TimeoutException {
    var task = new FutureTask<>(call);
    Thread.ofVirtual().name("provider").start(task);
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      task.cancel(true);
    }
  }
}
