package org.carelane.chat.live;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The conversations someone on this replica listens to, and how far they were shown. Without
 * subscriptions, messages need not be loaded.
 */
@Component
class Subscribers {

  /**
   * @param shown sequence of the last message shown; at first, of the last one there was when the
   *     first subscription began. Those up to it are read by REST.
   */
  private record Listened(int subscriptions, long shown) {}

  private final Map<String, Listened> conversations = new ConcurrentHashMap<>();

  /**
   * @param end sequence of the conversation's last message, read before this
   */
  void joins(String conversationId, long end) {
    conversations.merge(
        conversationId,
        new Listened(1, end),
        (known, _) -> new Listened(known.subscriptions() + 1, known.shown()));
  }

  void leaves(String conversationId) {
    conversations.computeIfPresent(
        conversationId,
        (_, known) ->
            known.subscriptions() == 1
                ? null
                : new Listened(known.subscriptions() - 1, known.shown()));
  }

  boolean isPresent(String conversationId) {
    return conversations.containsKey(conversationId);
  }

  /** Empty when nobody listens. */
  OptionalLong shown(String conversationId) {
    var known = conversations.get(conversationId);
    return known == null ? OptionalLong.empty() : OptionalLong.of(known.shown());
  }

  /** Never moves backwards. */
  void noteShown(String conversationId, long sequence) {
    conversations.computeIfPresent(
        conversationId,
        (_, known) -> new Listened(known.subscriptions(), Math.max(known.shown(), sequence)));
  }
}
