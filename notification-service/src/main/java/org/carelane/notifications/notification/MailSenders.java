package org.carelane.notifications.notification;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.carelane.messaging.DrainingExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Limits how many mails are sent at a time; the others wait for their turn. */
@Component
class MailSenders {

  private final DrainingExecutor threads;
  private final Semaphore senders;
  private final int places;
  private final AtomicInteger taken = new AtomicInteger();

  MailSenders(@Qualifier("mailThreads") DrainingExecutor threads, DeliveryProperties properties) {
    this.threads = threads;
    this.senders = new Semaphore(properties.senders(), true);
    this.places = properties.waiting();
  }

  boolean hasRoom() {
    return room() > 0;
  }

  /** How many more mails should be claimed at most. */
  int room() {
    return threads.isRunning() ? places - taken.get() : 0;
  }

  /**
   * Does not block. Fails when the service stops first.
   *
   * @param attempt to make when it is its turn
   */
  <T> CompletableFuture<T> inTurn(Supplier<T> attempt) {
    taken.incrementAndGet();
    try {
      return CompletableFuture.supplyAsync(() -> whenFree(attempt), threads)
          .whenComplete((_, _) -> taken.decrementAndGet());
    } catch (RejectedExecutionException e) {
      taken.decrementAndGet();
      return CompletableFuture.failedFuture(e);
    }
  }

  private <T> T whenFree(Supplier<T> attempt) {
    try {
      senders.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("the service stops", e);
    }
    try {
      return attempt.get();
    } finally {
      senders.release();
    }
  }
}
