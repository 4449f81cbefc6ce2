package org.carelane.embedded.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Appends the changes of all waiting writes to a journal, as one record. A full journal is folded:
 * the store commits its pages, and the journal begins anew. Commits are few because each writes
 * whole pages, however little of them has changed.
 *
 * <p>A document and its index entries are in different maps, so a record or a commit in the middle
 * of a write could save one without the other. So writes hold a shared lock, and taking changes or
 * committing pages holds it exclusively.
 *
 * <p>Each fold gives the store the next version, and the journal has the version it continues. So
 * after a crash it is known whether the pages have its records already.
 */
final class JournalledCommit implements GroupCommit {

  private static final int FILL_RATE_PERCENT = 60;
  private static final int COMPACTED_AT_ONCE = 4 * 1024 * 1024;

  private final MVStore store;
  private final Journal journal;
  private final Changes changes;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Object recording = new Object();
  private final AtomicLong written = new AtomicLong();
  private volatile long recorded;

  /** Applies the changes in the journal to the store, and folds it. */
  JournalledCommit(MVStore store, StoredMaps maps, Journal journal, Changes changes)
      throws IOException {
    this.store = store;
    this.journal = journal;
    this.changes = changes;
    for (var record : journal.recordsSince(store.getStoreVersion())) {
      Changes.apply(record, maps::named);
    }
    fold();
  }

  /** Failed writes wait as well: their error ("duplicate key") may be due to another write. */
  @Override
  public <T> T write(Supplier<T> write) {
    lock.readLock().lock();
    try {
      return write.get();
    } finally {
      long ticket = written.incrementAndGet();
      lock.readLock().unlock();
      recordUpTo(ticket);
    }
  }

  private void recordUpTo(long ticket) {
    if (recorded >= ticket) {
      return;
    }
    synchronized (recording) {
      if (recorded < ticket) {
        record();
      }
    }
  }

  private void record() {
    try {
      long upTo;
      ByteBuffer taken;
      lock.writeLock().lock();
      try {
        upTo = written.get();
        if (journal.isFull() || !changes.areComplete()) {
          fold();
        }
        taken = changes.take();
      } finally {
        lock.writeLock().unlock();
      }
      journal.append(taken);
      recorded = upTo;
    } catch (IOException e) {
      changes.leaveToCommit();
      throw new UncheckedIOException(e);
    }
  }

  private void fold() throws IOException {
    int next = store.getStoreVersion() + 1;
    store.setStoreVersion(next);
    store.commit();
    journal.begin(next);
    changes.take();
    store.compact(FILL_RATE_PERCENT, COMPACTED_AT_ONCE);
  }

  /** Folds the journal. */
  @Override
  public void close() {
    synchronized (recording) {
      lock.writeLock().lock();
      try (journal) {
        fold();
        store.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        lock.writeLock().unlock();
      }
    }
  }
}
