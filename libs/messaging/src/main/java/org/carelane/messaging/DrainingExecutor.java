package org.carelane.messaging;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Runs calls to the world outside, each on a virtual thread. When the service stops, they may end:
 * after the listeners, which cause them, and before the relay, which publishes what comes of them.
 * Whoever starts one must be able to find it again after a crash.
 */
public final class DrainingExecutor implements Executor, SmartLifecycle {

  private final ExecutorService threads;
  private final Duration patience;
  private volatile boolean running;

  /**
   * @param name of its threads
   * @param patience with calls that are under way when the service stops
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
