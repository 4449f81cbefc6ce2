package org.carelane.chat.message;

import java.time.Instant;

/** A message as its conversation's members see it, by REST and live alike. */
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

  @Override
  public String toString() {
    return "MessageView[" + id + "]";
  }
}
