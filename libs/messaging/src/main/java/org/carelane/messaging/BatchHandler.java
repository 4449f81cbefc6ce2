package org.carelane.messaging;

import java.util.List;

/**
 * Handles a listener's messages. After a crash or a failure any of them may come again, so handling
 * one twice must do the same as once.
 *
 * @param <T> the content that messages are read into
 */
public interface BatchHandler<T> {

  /**
   * Handles together what can be. Messages about the same document are handled in their order.
   *
   * @param batch in order within each partition
   * @return those that are to be handled one by one
   */
  default List<Received<T>> handleAll(List<Received<T>> batch) {
    return batch;
  }

  /** Handles one, in its span. If it throws, the message is retried, then parked. */
  void handle(T content);
}
