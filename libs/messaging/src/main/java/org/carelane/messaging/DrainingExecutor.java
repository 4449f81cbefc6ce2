package org.carelane.messaging;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Runs calls to external systems, each on a virtual thread. When the service stops, it waits for
 * them: after the listeners, which start calls, and before the relay, which publishes their
 * results. A crash loses calls, so whoever starts one must be able to repeat it.
 */
public final class DrainingExecutor implements Executor, SmartLifecycle {

  private final ExecutorService threads;
  private final Duration patience;
  private volatile boolean running;

  /**
   * @param name of its threads
   * @param patience how long to wait for calls when the service stops
   */
  public DrainingExecutor(String name, Duration patience) {
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
    this.patience = patience;
  }

  /**
   * @throws java.util.concurrent.RejectedExecutionException when the service stops
   */
  @Override
  public void execute(Runnable call) {
    threads.execute(call);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
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
    return OutboxRelay.PHASE + 1;
  }
}
