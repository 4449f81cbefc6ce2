package org.carelane.documents;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Work that fell due, such as a deadline that passed: looked for again and again, and carried on
 * one by one. Replicas may look at once, because a compare-and-set decides who carries on what.
 *
 * @param name of the work, for the log
 * @param due finds it, the longest overdue first
 * @param carryOn must be possible any number of times
 * @param <T> a document, or its id
 */
public record DueWork<T>(String name, Supplier<List<T>> due, Consumer<T> carryOn)
    implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(DueWork.class);

  @Override
  public void run() {
    try {
      due.get().forEach(this::carryOn);
    } catch (DataAccessException e) {
      log.warn("{}: not looked for now: {}", name, e.toString());
    }
  }

  /** One that fails must not keep the others waiting. */
  private void carryOn(T it) {
    try {
      carryOn.accept(it);
    } catch (OptimisticLockingFailureException e) {
      log.debug("{}: one was taken up elsewhere", name);
    } catch (RuntimeException e) {
      log.warn("{}: one is left for later: {}", name, e.toString());
    }
  }
}
