package org.carelane.chat.live;

import org.carelane.chat.message.ChatMessages;
import org.carelane.chat.message.MessageView;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.stereotype.Component;

/** Sends a saved message to its subscribers on this replica. */
@Component
public class LiveMessages {

  private final Subscribers subscribers;
  private final ChatMessages messages;
  private final SimpMessageSendingOperations broker;

  LiveMessages(
      Subscribers subscribers, ChatMessages messages, SimpMessageSendingOperations broker) {
    this.subscribers = subscribers;
    this.messages = messages;
    this.broker = broker;
  }

  /** May send a message more than once; clients recognise it by its id. */
  public void show(String conversationId, String messageId) {
    if (subscribers.isPresent(conversationId)) {
      messages
          .find(messageId)
          .map(MessageView::of)
          .ifPresent(
              view -> broker.convertAndSend(Destinations.topicOf(view.conversationId()), view));
    }
  }
}
