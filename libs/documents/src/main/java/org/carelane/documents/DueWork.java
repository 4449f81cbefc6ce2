package org.carelane.documents;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Work that fell due, such as a deadline that passed: looked for again and again, and carried on
 * document by document, some at a time. Each kind has threads of its own, so that none waits for
 * another; a document that takes long, or fails, does not hold up the others.
 *
 * @param <T> a document, or its id
 */
public final class DueWork<T> implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DueWork.class);

  /** Stops before what the work needs, like the listeners. */
  private static final int PHASE = Integer.MAX_VALUE - 1_000;

  private static final int PATIENCE_SECONDS = 10;
  private static final int MOST_WAITING = 500;
  private static final int AT_ONCE = 8;

  private final String name;
  private final Duration every;
  private final IntFunction<List<T>> take;
  private final Consumer<T> carryOn;

  private final AtomicInteger open = new AtomicInteger();
  private volatile @Nullable Running running;

  private record Running(Thread lookout, ExecutorService workers) {}

  /**
   * @param name of the work, for the log
   * @param every how often it is looked for, if there was not more than could be taken
   * @param take finds up to so many that nobody else has taken, the longest overdue first
   * @param carryOn must be possible any number of times
   */
  public DueWork(String name, Duration every, IntFunction<List<T>> take, Consumer<T> carryOn) {
    this.name = name;
    this.every = every;
    this.take = take;
    this.carryOn = carryOn;
  }

  private void look(ExecutorService workers) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        var room = MOST_WAITING - open.get();
        var taken = room < MOST_WAITING / 2 ? 0 : take(room, workers);
        if (taken < room) {
          TimeUnit.NANOSECONDS.sleep(every.toNanos());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int take(int atMost, ExecutorService workers) {
    try {
      var taken = take.apply(atMost);
      taken.forEach(it -> submit(it, workers));
      return taken.size();
    } catch (RuntimeException e) {
      log.warn("{}: not looked for now: {}", name, e.toString());
      return 0;
    }
  }

  private void submit(T it, ExecutorService workers) {
    open.incrementAndGet();
    try {
      workers.execute(
          () -> {
            try {
              if (isRunning()) {
                carryOn(it);
              }
            } finally {
              open.decrementAndGet();
            }
          });
    } catch (RejectedExecutionException stopping) {
      open.decrementAndGet();
    }
  }

  private void carryOn(T it) {
    try {
      carryOn.accept(it);
    } catch (OptimisticLockingFailureException e) {
      log.debug("{}: one was taken up elsewhere", name);
    } catch (RuntimeException e) {
      log.warn("{}: one is left for later: {}", name, e.toString());
    }
  }

  @Override
  public void start() {
    var workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name(name).factory());
    var lookout = Thread.ofVirtual().name(name).unstarted(() -> look(workers));
    running = new Running(lookout, workers);
    lookout.start();
  }

  /** Ends what it is at; the rest is taken up by another process when its claim has run out. */
  @Override
  public void stop() {
    var stopping = Objects.requireNonNull(running);
    running = null;
    stopping.lookout().interrupt();
    stopping.workers().shutdown();
    try {
      if (!stopping.workers().awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("{}: stopped in the middle", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
