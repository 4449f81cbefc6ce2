package org.carelane.notifications.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carelane.notifications.notification.DeliveryState.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends claimed mails, a few at a time. A mail is claimed by its {@code nextAttemptAt}: until then
 * it is nobody else's. Claims of a process that dies, and those that waited here for too long, are
 * found by {@link DueMails} when they have run out.
 */
@Component
class Dispatch implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
  private static final Duration LAST_MAILS = Duration.ofSeconds(8);

  private final Delivery delivery;
  private final DeliveryProperties properties;
  private final Clock clock;
  private final Semaphore senders;
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;

  Dispatch(Delivery delivery, DeliveryProperties properties, Clock clock) {
    this.delivery = delivery;
    this.properties = properties;
    this.clock = clock;
    this.senders = new Semaphore(properties.senders());
  }

  Instant claimedUntil(Instant now) {
    return now.plus(properties.claimFor());
  }

  boolean hasRoom() {
    return room() > 0;
  }

  /** How many mails should be claimed at most. */
  int room() {
    return running ? properties.waiting() - waiting.get() : 0;
  }

  /** Sends soon. Does not block. */
  void send(Notification claimed) {
    waiting.incrementAndGet();
    try {
      threads.execute(() -> sendInTurn(claimed));
    } catch (RejectedExecutionException e) {
      waiting.decrementAndGet();
    }
  }

  private void sendInTurn(Notification claimed) {
    try {
      senders.acquire();
      try {
        if (leavesTimeToSend(claimed)) {
          delivery.attempt(claimed);
        }
      } finally {
        senders.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("{} is tried again when its claim has run out: {}", claimed.id(), e.toString());
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** The second half of a claim is for the attempt itself. */
  private boolean leavesTimeToSend(Notification claimed) {
    return claimed.state() instanceof Pending pending
        && clock
            .instant()
            .isBefore(pending.nextAttemptAt().minus(properties.claimFor().dividedBy(2)));
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
      if (!threads.awaitTermination(LAST_MAILS.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops after the listeners, which order mails, and before the relay, which sends replies. */
  @Override
  public int getPhase() {
    return 1000;
  }
}
