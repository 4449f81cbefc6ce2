package org.carelane.chat.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A message as its conversation's members see it, by REST and live alike.
 *
 * @param senderId an account
 */
@Schema(
    example =
        """
        {"id": "018f5e82-4f6d-7b08-9c1a-3e5d7f9b1c20", "conversationId": "018f5e81-90c4-7d52-8b3e-6a1f0c7d2e49",
         "senderId": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36",
         "text": "The fever is gone. Do I take the rest of the tablets?",
         "sentAt": "2027-03-16T07:45:10.500Z"}\
        """)
public record MessageView(
    String id, String conversationId, String senderId, String text, Instant sentAt) {

  public static MessageView of(ChatMessage message) {
    return new MessageView(
        message.id(),
        message.conversationId(),
        message.senderId(),
        message.text(),
        message.sentAt());
  }

  /** Without the text: it is health data. */
  @Override
  public String toString() {
    return "MessageView[" + id + "]";
  }
}
