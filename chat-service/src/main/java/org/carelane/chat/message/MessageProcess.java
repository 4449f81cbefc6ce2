package org.carelane.chat.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.carelane.chat.Problems;
import org.carelane.chat.conversation.Conversation;
import org.carelane.chat.conversation.Conversations;
import org.carelane.chat.conversation.Position;
import org.carelane.messaging.Messages;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Ids;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Adds a message at the end of a conversation. */
@Component
public class MessageProcess {

  private static final Logger log = LoggerFactory.getLogger(MessageProcess.class);
  private static final String TOPIC = "chat.events";

  /** An attempt fails when another replica's message takes its place; so many mean a flood. */
  private static final int ATTEMPTS = 50;

  private final Conversations conversations;
  private final ChatMessages messages;
  private final LastMessages lastMessages;
  private final Turns turns;
  private final Messages outbox;
  private final Clock clock;
  private final Counter sent;

  MessageProcess(
      Conversations conversations,
      ChatMessages messages,
      LastMessages lastMessages,
      Turns turns,
      Messages outbox,
      Clock clock,
      MeterRegistry meters) {
    this.conversations = conversations;
    this.messages = messages;
    this.lastMessages = lastMessages;
    this.turns = turns;
    this.outbox = outbox;
    this.clock = clock;
    sent = meters.counter("carelane.chat.messages");
  }

  /**
   * @param key a repetition with the same key returns the message sent the first time
   * @throws ProblemException when the sender is no member, or used the key for another text
   */
  public ChatMessage send(
      String senderId, String conversationId, MessageDraft draft, @Nullable IdempotencyKey key) {
    var conversation = conversations.find(conversationId, senderId).orElseThrow(Problems::notFound);
    var requestId =
        key == null ? Ids.next() : key.idFor(senderId, "send-message:" + conversation.id());
    return messages
        .ofRequest(conversation.id(), requestId)
        .map(sent -> sameText(sent, draft))
        .orElseGet(() -> append(conversation, senderId, requestId, draft));
  }

  private ChatMessage append(
      Conversation conversation, String senderId, String requestId, MessageDraft draft) {
    var end = End.of(conversation);
    return appendAt(end, conversation, senderId, requestId, draft)
        .orElseGet(
            () ->
                turns.take(
                    conversation.id(),
                    () -> appendInTurn(conversation, senderId, requestId, draft)));
  }

  private ChatMessage appendInTurn(
      Conversation conversation, String senderId, String requestId, MessageDraft draft) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var end = messages.last(conversation.id()).map(End::of).orElse(End.of(conversation));
      var message = appendAt(end, conversation, senderId, requestId, draft);
      if (message.isPresent()) {
        return message.get();
      }
    }
    throw Problems.conversationBusy();
  }

  /** Empty when another message took the place. */
  private Optional<ChatMessage> appendAt(
      End end, Conversation conversation, String senderId, String requestId, MessageDraft draft) {
    var message = message(conversation, end, senderId, requestId, draft);
    try {
      messages.add(message);
    } catch (DuplicateKeyException e) {
      return messages.ofRequest(conversation.id(), requestId).map(twin -> sameText(twin, draft));
    }
    sent.increment();
    lastMessages.note(message);
    log.info("Message {} sent to conversation {}", message.id(), conversation.id());
    return Optional.of(message);
  }

  private ChatMessage message(
      Conversation conversation, End end, String senderId, String requestId, MessageDraft draft) {
    var id = MessageIds.following(end.lastId());
    var sentAt = clock.instant();
    var recipient = conversation.otherThan(senderId).accountId();
    var event = new MessageSent(id, conversation.id(), senderId, List.of(recipient), sentAt);
    return new ChatMessage(
        id,
        requestId,
        conversation.id(),
        end.position().next(conversation.sideOf(senderId)),
        senderId,
        draft.text(),
        sentAt,
        List.of(outbox.message(TOPIC, conversation.id(), event)));
  }

  private static ChatMessage sameText(ChatMessage sent, MessageDraft draft) {
    if (!sent.text().equals(draft.text())) {
      throw ProblemException.idempotencyKeyReused();
    }
    return sent;
  }

  /** Position and id of the last known message. */
  private record End(Position position, @Nullable String lastId) {

    static End of(Conversation conversation) {
      var last = conversation.last();
      return new End(conversation.end(), last == null ? null : last.id());
    }

    static End of(ChatMessage message) {
      return new End(message.position(), message.id());
    }
  }
}
