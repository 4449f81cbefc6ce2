package org.carelane.chat.live;

import java.util.List;
import org.carelane.chat.message.ChatMessage;
import org.carelane.chat.message.ChatMessages;
import org.carelane.chat.message.MessageView;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.stereotype.Component;

/** Sends a saved message to its subscribers on this replica. */
@Component
public class LiveMessages {

  private static final int AT_ONCE = 100;

  private final Subscribers subscribers;
  private final ChatMessages messages;
  private final SimpMessageSendingOperations broker;

  LiveMessages(
      Subscribers subscribers, ChatMessages messages, SimpMessageSendingOperations broker) {
    this.subscribers = subscribers;
    this.messages = messages;
    this.broker = broker;
  }

  /**
   * Shows a conversation up to this message, in the order of its messages. Their events may come in
   * another order, as replicas publish on their own; but a message is stored only behind those
   * before it. So who has seen one has been shown all before it, and catches up from there.
   *
   * <p>One that was shown before is not shown again.
   */
  public synchronized void show(String conversationId, String messageId) {
    if (subscribers.isPresent(conversationId)) {
      messages.find(messageId).ifPresent(message -> showUpTo(conversationId, message));
    }
  }

  private void showUpTo(String conversationId, ChatMessage message) {
    var last = message.position().sequence();
    var shown = subscribers.shown(conversationId);
    while (shown.isPresent() && shown.getAsLong() < last) {
      var next = next(message, shown.getAsLong());
      if (next.isEmpty()) {
        return;
      }
      next.forEach(this::show);
      shown = subscribers.shown(conversationId);
    }
  }

  private List<ChatMessage> next(ChatMessage message, long shown) {
    long missing = message.position().sequence() - shown;
    return missing == 1
        ? List.of(message)
        : messages.after(message.conversationId(), shown, (int) Math.min(missing, AT_ONCE));
  }

  private void show(ChatMessage message) {
    var id = message.conversationId();
    broker.convertAndSend(Destinations.topicOf(id), MessageView.of(message));
    subscribers.noteShown(id, message.position().sequence());
  }
}
