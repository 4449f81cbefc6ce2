package org.carelane.chat.message;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carelane.chat.Problems;
import org.springframework.stereotype.Component;

/**
 * Writers of one conversation who got in each other's way go on one after the other, first come
 * first served. That holds within this replica only: those of other replicas still compete for the
 * same place.
 */
@Component
class Turns {

  /** Some conversations share a lock. That costs them time, never order. */
  private static final int LOCKS = 256;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final List<ReentrantLock> locks =
      Stream.generate(() -> new ReentrantLock(true)).limit(LOCKS).toList();

  /**
   * @throws org.carelane.rest.ProblemException when the turn does not come in time
   */
  <T> T take(String conversationId, Supplier<T> work) {
    var lock = locks.get(Math.floorMod(conversationId.hashCode(), LOCKS));
    if (!acquired(lock)) {
      throw Problems.conversationBusy();
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private static boolean acquired(ReentrantLock lock) {
    try {
      return lock.tryLock(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable();
    }
  }
}
