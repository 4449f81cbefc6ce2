package org.carelane.chat.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.carelane.documents.DocumentReader;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
public class ChatMessages {

  private static final String SEQUENCE = "position.sequence";

  private final MongoOperations mongo;
  private final DocumentReader reader;

  ChatMessages(MongoOperations mongo, DocumentReader reader) {
    this.mongo = mongo;
    this.reader = reader;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when the place is taken or the request
   *     was served before
   */
  void add(ChatMessage message) {
    mongo.insert(message);
  }

  public Optional<ChatMessage> find(String id) {
    return reader.find(id, ChatMessage.class);
  }

  Optional<ChatMessage> find(String conversationId, String id) {
    return find(id).filter(message -> message.conversationId().equals(conversationId));
  }

  Optional<ChatMessage> ofRequest(String conversationId, String requestId) {
    return one(where("conversationId").is(conversationId).and("requestId").is(requestId));
  }

  Optional<ChatMessage> last(String conversationId) {
    return before(conversationId, Long.MAX_VALUE, 1).stream().findFirst();
  }

  /** The sequence of the conversation's last message; 0 while there is none. */
  public long lastSequence(String conversationId) {
    return last(conversationId).map(it -> it.position().sequence()).orElse(0L);
  }

  /** Newest first. */
  List<ChatMessage> before(String conversationId, long sequence, int count) {
    return page(
        where("conversationId").is(conversationId).and(SEQUENCE).lt(sequence),
        Sort.Direction.DESC,
        count);
  }

  /** Oldest first. */
  public List<ChatMessage> after(String conversationId, long sequence, int count) {
    return page(
        where("conversationId").is(conversationId).and(SEQUENCE).gt(sequence),
        Sort.Direction.ASC,
        count);
  }

  private Optional<ChatMessage> one(Criteria criteria) {
    return reader.first(query(criteria), ChatMessage.class);
  }

  private List<ChatMessage> page(Criteria criteria, Sort.Direction direction, int count) {
    return reader.readable(
        query(criteria).with(Sort.by(direction, SEQUENCE)).limit(count), ChatMessage.class);
  }
}
