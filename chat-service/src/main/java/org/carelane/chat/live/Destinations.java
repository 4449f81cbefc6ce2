package org.carelane.chat.live;

import java.util.Optional;
import org.carelane.chat.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/** The STOMP destinations, to subscribe and to send. */
final class Destinations {

  static final String TOPIC = "/topic/conversations/";
  static final String SENDING = "/app/conversations/";
  static final String MESSAGES = "/messages";

  private Destinations() {}

  static String topicOf(String conversationId) {
    return TOPIC + conversationId;
  }

  /** The conversation a client wants to listen to; empty for patterns and other destinations. */
  static Optional<ConversationId> listenedTo(@Nullable String destination) {
    return between(TOPIC, destination, "");
  }

  /** The conversation a client wants to send to. */
  static Optional<ConversationId> sentTo(@Nullable String destination) {
    return between(SENDING, destination, MESSAGES);
  }

  private static Optional<ConversationId> between(
      String prefix, @Nullable String destination, String suffix) {
    if (destination == null
        || destination.length() < prefix.length() + suffix.length()
        || !destination.startsWith(prefix)
        || !destination.endsWith(suffix)) {
      return Optional.empty();
    }
    return ConversationId.parse(
        destination.substring(prefix.length(), destination.length() - suffix.length()));
  }
}
