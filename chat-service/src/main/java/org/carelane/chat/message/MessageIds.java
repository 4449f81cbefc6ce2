package org.carelane.chat.message;

import java.util.UUID;
import org.carelane.rest.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Makes message ids that ascend within a conversation, even if the clocks of two replicas differ.
 */
final class MessageIds {

  private MessageIds() {}

  static String following(@Nullable String last) {
    return following(last, Ids.next());
  }

  static String following(@Nullable String last, String next) {
    return last == null || next.compareTo(last) > 0 ? next : successor(UUID.fromString(last));
  }

  private static String successor(UUID id) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1).toString();
  }
}
