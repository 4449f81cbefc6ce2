package org.carelane.chat.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carelane.chat.conversation.Conversation;
import org.carelane.chat.conversation.Conversations;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.springframework.stereotype.Component;

/** Notes sent messages in their conversations. A conversation that knows them is not written. */
@Component
public class LastMessages implements BatchHandler<MessageSent> {

  private final Conversations conversations;
  private final ChatMessages messages;
  private final Traces traces;

  LastMessages(Conversations conversations, ChatMessages messages, Traces traces) {
    this.conversations = conversations;
    this.messages = messages;
    this.traces = traces;
  }

  /** Nearly always all are noted already: then one query is all there is to do. */
  @Override
  public List<Received<MessageSent>> handleAll(List<Received<MessageSent>> batch) {
    var ids = batch.stream().map(it -> it.content().conversationId()).distinct().toList();
    var known = conversations.find(ids);
    return batch.stream().filter(it -> !isNoted(it, known)).toList();
  }

  private boolean isNoted(Received<MessageSent> received, Map<String, Conversation> known) {
    var event = received.content();
    return traces.handling(
        received.message(),
        () ->
            Optional.ofNullable(known.get(event.conversationId()))
                .filter(conversation -> conversation.knows(event.messageId()))
                .isPresent());
  }

  @Override
  public void handle(MessageSent event) {
    messages.find(event.messageId()).ifPresent(this::note);
  }

  void note(ChatMessage message) {
    conversations.note(message.conversationId(), message.position(), message.asLast());
  }
}
