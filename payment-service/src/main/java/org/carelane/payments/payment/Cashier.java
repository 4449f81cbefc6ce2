package org.carelane.payments.payment;

import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.carelane.messaging.Traces;
import org.carelane.payments.provider.GuardedProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs errands to the provider, each on a virtual thread and in the trace of its payment. One that
 * is lost, with its process or because its finding cannot be saved, is found again when it is due.
 */
@Component
class Cashier implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Cashier.class);
  private static final int PATIENCE_SECONDS = 5;

  private final GuardedProvider provider;
  private final Traces traces;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("cashier-", 0).factory());
  private volatile boolean running;

  Cashier(GuardedProvider provider, Traces traces) {
    this.provider = provider;
    this.traces = traces;
  }

  void ask(Payment payment, Instant now, Consumer<Finding> settle) {
    threads.execute(
        () ->
            traces.within(
                payment.traceparent(),
                () -> {
                  try {
                    settle.accept(new Errand(payment, now).run(provider));
                  } catch (RuntimeException e) {
                    log.warn("Payment {} is left for later: {}", payment.id(), e.toString());
                  }
                }));
  }

  @Override
  public void start() {
    running = true;
  }

  /** After the listeners, which bring work, and before the relay, which publishes its replies. */
  @Override
  public void stop() {
    running = false;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 1;
  }
}
