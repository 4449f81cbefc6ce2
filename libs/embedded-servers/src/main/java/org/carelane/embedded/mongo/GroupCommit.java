package org.carelane.embedded.mongo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes writes durable before they are answered, with one commit for all that wait at the moment.
 *
 * <p>A document and its index entries live in different maps of the store, so a commit in the
 * middle of a write could persist one without the other. Writes therefore share a lock that a
 * commit takes exclusively, and the store's own background commits are off.
 */
sealed interface GroupCommit extends AutoCloseable {

  <T> T write(Supplier<T> write);

  @Override
  void close();

  static GroupCommit none() {
    return new None();
  }

  static GroupCommit of(MVStore store) {
    return new OfStore(store);
  }

  /** For a store that is not kept. */
  final class None implements GroupCommit {

    @Override
    public <T> T write(Supplier<T> write) {
      return write.get();
    }

    @Override
    public void close() {}
  }

  /** A commit ends up in the operating system's hands: safe from our death, not from its. */
  final class OfStore implements GroupCommit {

    private static final int FILL_RATE_PERCENT = 60;
    private static final int COMPACTED_AT_ONCE = 4 * 1024 * 1024;

    private final MVStore store;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object committing = new Object();
    private final AtomicLong written = new AtomicLong();
    private volatile long committed;
    private final ScheduledExecutorService compaction =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("compaction").factory());

    private OfStore(MVStore store) {
      this.store = store;
      compaction.scheduleWithFixedDelay(this::compact, 1, 1, TimeUnit.SECONDS);
    }

    /** Failed writes wait as well: their answer may tell of another's write ("duplicate key"). */
    @Override
    public <T> T write(Supplier<T> write) {
      try {
        return apply(write);
      } finally {
        commitUpTo(written.incrementAndGet());
      }
    }

    private <T> T apply(Supplier<T> write) {
      lock.readLock().lock();
      try {
        return write.get();
      } finally {
        lock.readLock().unlock();
      }
    }

    private void commitUpTo(long ticket) {
      if (committed >= ticket) {
        return;
      }
      synchronized (committing) {
        if (committed < ticket) {
          commit();
        }
      }
    }

    private void commit() {
      lock.writeLock().lock();
      try {
        long upTo = written.get();
        store.commit();
        committed = upTo;
      } finally {
        lock.writeLock().unlock();
      }
    }

    /** Moves what lives in mostly dead chunks together, so that the file does not only grow. */
    private void compact() {
      lock.writeLock().lock();
      try {
        if (!store.isClosed()) {
          store.compact(FILL_RATE_PERCENT, COMPACTED_AT_ONCE);
        }
      } finally {
        lock.writeLock().unlock();
      }
    }

    @Override
    public void close() {
      compaction.close();
    }
  }
}
