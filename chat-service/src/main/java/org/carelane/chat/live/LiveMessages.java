package org.carelane.chat.live;

import org.carelane.chat.message.ChatMessages;
import org.carelane.chat.message.MessageView;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.stereotype.Component;

/** Shows a saved message to those who listen on this replica. */
@Component
public class LiveMessages {

  private final Audience audience;
  private final ChatMessages messages;
  private final SimpMessageSendingOperations broker;

  LiveMessages(Audience audience, ChatMessages messages, SimpMessageSendingOperations broker) {
    this.audience = audience;
    this.messages = messages;
    this.broker = broker;
  }

  /** At least once: clients tell repeated messages by their id. */
  public void show(String conversationId, String messageId) {
    if (audience.isPresent(conversationId)) {
      messages
          .find(messageId)
          .map(MessageView::of)
          .ifPresent(
              view -> broker.convertAndSend(Destinations.topicOf(view.conversationId()), view));
    }
  }
}
