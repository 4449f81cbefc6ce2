package org.carelane.chat.conversation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.carelane.chat.conversation.Conversation;
import org.carelane.chat.conversation.LastMessage;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its members sees it.
 *
 * @param with the other member
 * @param lastActivityAt of the latest message, or of the beginning
 * @param lastMessage null while there is none
 * @param unread how many of the other's messages this member has not read
 */
@Schema(
    example =
        """
        {"id": "018f5e81-90c4-7d52-8b3e-6a1f0c7d2e49", "with": {"id": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36", "name": "Ada Lovelace"},
         "startedAt": "2027-03-01T10:15:53.215Z", "lastActivityAt": "2027-03-16T07:45:10.500Z",
         "lastMessage": {"id": "018f5e82-4f6d-7b08-9c1a-3e5d7f9b1c20", "senderId": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36",
                         "preview": "The fever is gone.", "sentAt": "2027-03-16T07:45:10.500Z"},
         "unread": 1}\
        """)
record ConversationView(
    String id,
    With with,
    Instant startedAt,
    Instant lastActivityAt,
    @Nullable LastMessage lastMessage,
    long unread) {

  /**
   * @param id an account
   */
  @Schema(
      example =
          """
          {"id": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36", "name": "Ada Lovelace"}\
          """)
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
