package org.carelane.chat.conversation.web;

import java.time.Instant;
import org.carelane.chat.conversation.Conversation;
import org.carelane.chat.conversation.LastMessage;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its members sees it.
 *
 * @param with the other member
 * @param unread how many of the other's messages this member has not read
 */
record ConversationView(
    String id,
    With with,
    Instant startedAt,
    Instant lastActivityAt,
    @Nullable LastMessage lastMessage,
    long unread) {

  record With(String id, String name) {}

  static ConversationView of(Conversation conversation, String reader) {
    var other = conversation.otherThan(reader);
    return new ConversationView(
        conversation.id(),
        new With(other.accountId(), other.name()),
        conversation.startedAt(),
        conversation.activeAt(),
        conversation.last(),
        conversation.unreadBy(reader));
  }
}
