package org.carelane.chat.message;

import java.util.List;
import org.carelane.chat.conversation.Conversation;
import org.carelane.chat.conversation.Conversations;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores each conversation's last message. Conversations that have it already are not written. */
@Component
public class LastMessages implements BatchHandler<MessageSent> {

  private final Conversations conversations;
  private final ChatMessages messages;

  LastMessages(Conversations conversations, ChatMessages messages) {
    this.conversations = conversations;
    this.messages = messages;
  }

  /** Usually all are stored already; then this is one query only. */
  @Override
  public List<Received<MessageSent>> handleAll(List<Received<MessageSent>> batch) {
    var ids = batch.stream().map(it -> it.content().conversationId()).distinct().toList();
    var known = conversations.find(ids);
    return batch.stream()
        .filter(it -> !isNoted(it.content(), known.get(it.content().conversationId())))
        .toList();
  }

  private static boolean isNoted(MessageSent event, @Nullable Conversation conversation) {
    return conversation != null && conversation.knows(event.messageId());
  }

  @Override
  public void handle(MessageSent event) {
    messages.find(event.messageId()).ifPresent(this::note);
  }

  void note(ChatMessage message) {
    conversations.note(message.conversationId(), message.position(), message.asLast());
  }
}
