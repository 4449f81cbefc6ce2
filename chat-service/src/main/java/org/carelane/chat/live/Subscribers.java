package org.carelane.chat.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many subscriptions each conversation has on this replica. Without any, its messages need not
 * be loaded.
 */
@Component
class Subscribers {

  private final Map<String, Integer> listeners = new ConcurrentHashMap<>();

  void joins(String conversationId) {
    listeners.merge(conversationId, 1, Integer::sum);
  }

  void leaves(String conversationId) {
    listeners.computeIfPresent(conversationId, (_, count) -> count == 1 ? null : count - 1);
  }

  boolean isPresent(String conversationId) {
    return listeners.containsKey(conversationId);
  }
}
