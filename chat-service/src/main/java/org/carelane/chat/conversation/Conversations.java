package org.carelane.chat.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.Duplicates;
import org.carelane.documents.TimeOrder;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The stored conversations. Every change is one compare-and-set: a repeated or late one does
 * nothing.
 */
@Repository
public class Conversations {

  private static final TimeOrder<Conversation> NEWEST_ACTIVITY_FIRST =
      TimeOrder.newestFirst("activeAt", Conversation::activeAt, Conversation::id);

  private static final String FIRST_NAME = "parties.0.name";
  private static final String SECOND_NAME = "parties.1.name";

  private final MongoOperations mongo;
  private final DocumentReader reader;

  Conversations(MongoOperations mongo, DocumentReader reader) {
    this.mongo = mongo;
    this.reader = reader;
  }

  /**
   * Stores a conversation. If the pair has one, only newer names are taken over.
   *
   * @return whether there was none before
   */
  public boolean begin(Conversation conversation) {
    try {
      mongo.insert(conversation);
      return true;
    } catch (DuplicateKeyException e) {
      rename(conversation);
      return false;
    }
  }

  /**
   * Stores many with one command. Pairs that have a conversation keep it as it is.
   *
   * @return ids of those that existed
   */
  Set<String> insert(List<Conversation> begun) {
    if (begun.isEmpty()) {
      return Set.of();
    }
    try {
      mongo.bulkOps(BulkMode.UNORDERED, Conversation.class).insert(begun).execute();
      return Set.of();
    } catch (BulkOperationException e) {
      return Duplicates.of(e).stream()
          .map(place -> begun.get(place).id())
          .collect(Collectors.toSet());
    }
  }

  private void rename(Conversation newer) {
    var first = newer.party(Side.FIRST).name();
    var second = newer.party(Side.SECOND).name();
    mongo.updateFirst(
        query(
            where("_id")
                .is(newer.id())
                .and("namedAt")
                .lt(newer.namedAt())
                .orOperator(where(FIRST_NAME).ne(first), where(SECOND_NAME).ne(second))),
        new Update()
            .set(FIRST_NAME, first)
            .set(SECOND_NAME, second)
            .set("namedAt", newer.namedAt()),
        Conversation.class);
  }

  /** Those that exist, by id. */
  public Map<String, Conversation> find(List<String> ids) {
    return reader.all(query(where("_id").in(ids)), Conversation.class).stream()
        .collect(Collectors.toMap(Conversation::id, Function.identity()));
  }

  /** Empty as well when the account is no member, so that it does not learn whether it exists. */
  public Optional<Conversation> find(String id, String memberId) {
    return ConversationId.parse(id)
        .filter(pair -> pair.includes(memberId))
        .flatMap(pair -> reader.find(pair.toString(), Conversation.class));
  }

  /** All of a member; few, unless the member is a doctor's profile of an earlier release. */
  List<Conversation> named(String memberId) {
    return mongo.find(query(where("parties.accountId").is(memberId)), Conversation.class);
  }

  public Page<Conversation> of(String memberId, PageRequest page) {
    return NEWEST_ACTIVITY_FIRST.page(
        page,
        where("parties.accountId").is(memberId),
        query -> reader.readable(query, Conversation.class));
  }

  /** Stores a saved message as the conversation's last, unless it has a later one. */
  public void note(String id, Position position, LastMessage message) {
    mongo.updateFirst(
        query(where("_id").is(id).and("end.sequence").lt(position.sequence())),
        new Update().set("end", position).set("last", message).set("activeAt", message.sentAt()),
        Conversation.class);
  }

  /** Never moves backwards. */
  public void markRead(Conversation conversation, String readerId, Position upTo) {
    var read = "parties." + conversation.sideOf(readerId).ordinal() + ".read";
    mongo.updateFirst(
        query(where("_id").is(conversation.id()).and(read + ".sequence").lt(upTo.sequence())),
        new Update().set(read, upTo),
        Conversation.class);
  }
}
