package org.carelane.chat.message;

import java.util.List;
import org.carelane.chat.Problems;
import org.carelane.chat.conversation.Conversation;
import org.carelane.chat.conversation.Conversations;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.carelane.rest.ProblemException;
import org.springframework.stereotype.Component;

/** Pages of a conversation's messages, and how far a member has read. */
@Component
public class MessageHistory {

  private final Conversations conversations;
  private final ChatMessages messages;

  MessageHistory(Conversations conversations, ChatMessages messages) {
    this.conversations = conversations;
    this.messages = messages;
  }

  /** Newest first. */
  public Page<ChatMessage> latest(String readerId, String conversationId, PageRequest page) {
    var conversation = conversation(readerId, conversationId);
    long before = start(page, Long.MAX_VALUE);
    return cut(messages.before(conversation.id(), before, page.fetch()), page);
  }

  /** The messages after this one, oldest first, without gaps. */
  public Page<ChatMessage> since(
      String readerId, String conversationId, String messageId, PageRequest page) {
    var conversation = conversation(readerId, conversationId);
    var seen = message(conversation, messageId).position().sequence();
    return cut(messages.after(conversation.id(), start(page, seen), page.fetch()), page);
  }

  /** Never moves backwards; a repetition changes nothing. */
  public void markRead(String readerId, String conversationId, String upToMessageId) {
    var conversation = conversation(readerId, conversationId);
    var upTo = message(conversation, upToMessageId).position();
    conversations.markRead(conversation, readerId, upTo);
  }

  private Conversation conversation(String readerId, String id) {
    return conversations.find(id, readerId).orElseThrow(Problems::notFound);
  }

  private ChatMessage message(Conversation conversation, String id) {
    return messages.find(conversation.id(), id).orElseThrow(Problems::notFound);
  }

  private static Page<ChatMessage> cut(List<ChatMessage> found, PageRequest page) {
    return Page.of(found, page, message -> Long.toString(message.position().sequence()));
  }

  private static long start(PageRequest page, long otherwise) {
    var cursor = page.after();
    return cursor == null ? otherwise : sequence(cursor);
  }

  private static long sequence(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw ProblemException.invalidRequest("The cursor is not one this service handed out.");
    }
  }
}
