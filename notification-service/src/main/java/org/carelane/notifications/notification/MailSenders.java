package org.carelane.notifications.notification;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.carelane.messaging.DrainingExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Limits how many mails are sent at a time; the others wait for their turn. The number of senders
 * follows the rate: there are a few, more while as many mails wait as are being sent, and none when
 * none does. When the service stops, the mails that wait are not sent any more.
 */
@Component
class MailSenders {

  private final DrainingExecutor threads;
  private final int few;
  private final int atMost;
  private final int places;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int atWork;

  MailSenders(@Qualifier("mailThreads") DrainingExecutor threads, DeliveryProperties properties) {
    this.threads = threads;
    this.few = properties.senders();
    this.atMost = Math.max(few, properties.sendersAtMost());
    this.places = properties.waiting();
  }

  boolean hasRoom() {
    return room() > 0;
  }

  /** How many more mails should be claimed at most. */
  synchronized int room() {
    return threads.isRunning() ? places - waiting.size() - atWork : 0;
  }

  synchronized int atWork() {
    return atWork;
  }

  /**
   * Does not block. Fails with {@link RejectedExecutionException} when the service stops first.
   *
   * @param attempt to make when it is its turn
   */
  <T> CompletableFuture<T> inTurn(Supplier<T> attempt) {
    var call = new CompletableFuture<T>();
    try {
      takeUp(() -> make(attempt, call));
    } catch (RejectedExecutionException e) {
      call.completeExceptionally(e);
    }
    return call;
  }

  private synchronized void takeUp(Runnable call) {
    if (!threads.isRunning()) {
      throw new RejectedExecutionException("the service stops");
    }
    if (atWork < few || (atWork < atMost && waiting.size() >= atWork)) {
      var longestWaiting = waiting.isEmpty() ? call : waiting.element();
      threads.execute(() -> work(longestWaiting));
      atWork++;
      waiting.poll();
      if (longestWaiting.equals(call)) {
        return;
      }
    }
    waiting.add(call);
  }

  private void work(Runnable first) {
    for (@Nullable Runnable call = first; call != null; call = next()) {
      call.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    var call = waiting.poll();
    if (call == null) {
      atWork--;
    }
    return call;
  }

  private <T> void make(Supplier<T> attempt, CompletableFuture<T> call) {
    if (!threads.isRunning()) {
      call.completeExceptionally(new RejectedExecutionException("the service stops"));
      return;
    }
    try {
      call.complete(attempt.get());
    } catch (RuntimeException | Error e) {
      call.completeExceptionally(e);
    }
  }
}
