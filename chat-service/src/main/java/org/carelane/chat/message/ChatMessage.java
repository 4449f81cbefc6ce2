package org.carelane.chat.message;

import java.time.Instant;
import java.util.List;
import org.carelane.chat.conversation.LastMessage;
import org.carelane.chat.conversation.Position;
import org.carelane.messaging.OutboxMessage;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One message, never changed. By a unique index, each position is taken once, and only after the
 * one before it. So a reader who has seen position n has missed none before it.
 *
 * @param id UUIDv7; ascends with the position in the conversation
 * @param requestId names the sender's request: unique in its conversation, so that a repeated one
 *     adds nothing
 * @param text health data, therefore not in {@link #toString()}
 */
@Document("messages")
@CompoundIndex(name = "place", def = "{'conversationId': 1, 'position.sequence': 1}", unique = true)
@CompoundIndex(name = "of_request", def = "{'conversationId': 1, 'requestId': 1}", unique = true)
public record ChatMessage(
    @Id String id,
    String requestId,
    String conversationId,
    Position position,
    String senderId,
    String text,
    Instant sentAt,
    List<OutboxMessage> outbox) {

  public ChatMessage {
    if (text.isBlank() || text.codePointCount(0, text.length()) > MessageDraft.MAX_LENGTH) {
      throw new IllegalArgumentException("text of a message is blank or too long");
    }
  }

  LastMessage asLast() {
    return LastMessage.of(id, senderId, text, sentAt);
  }

  @Override
  public String toString() {
    return "ChatMessage[" + id + " in " + conversationId + "]";
  }
}
