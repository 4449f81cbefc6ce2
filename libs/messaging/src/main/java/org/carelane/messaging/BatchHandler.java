package org.carelane.messaging;

import java.util.List;

/**
 * What a listener does with its messages. Any of them may come again, after a crash or a failure:
 * handling one twice must do the same as once.
 *
 * @param <T> what a message means to the listener
 */
public interface BatchHandler<T> {

  /**
   * Handles what can be handled together, in order where several concern the same document.
   *
   * @param batch in the order of their partitions
   * @return those that are to be handled one by one
   */
  default List<Received<T>> handleAll(List<Received<T>> batch) {
    return batch;
  }

  /** Handles one, in its span. If it throws, the message is tried again and then parked. */
  void handle(T content);
}
