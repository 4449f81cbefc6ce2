package org.carelane.notifications.inbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.Duplicates;
import org.carelane.documents.TimeOrder;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
public class Inbox {

  private static final TimeOrder<InboxItem> NEWEST_FIRST =
      TimeOrder.newestFirst("createdAt", InboxItem::createdAt, InboxItem::id);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final Clock clock;

  Inbox(MongoOperations mongo, DocumentReader reader, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.clock = clock;
  }

  /** Those of these ids that exist. */
  Set<String> present(List<String> ids) {
    var query = query(where("_id").in(ids));
    query.fields().include("_id");
    return mongo.find(query, Document.class, InboxItem.COLLECTION).stream()
        .map(item -> item.getString("_id"))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Adds items. Those that exist stay as they are, read or not. */
  void add(List<InboxItem> items) {
    if (items.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var added = items.stream().map(item -> item.addedAt(now)).toList();
    try {
      mongo.bulkOps(BulkMode.UNORDERED, InboxItem.class).insert(added).execute();
    } catch (BulkOperationException e) {
      Duplicates.of(e);
    }
  }

  /**
   * What came into an inbox at that time or later, in this order. The release before does not note
   * when, so that its items count by the time of their event.
   */
  public List<InboxItem> addedSince(String accountId, Instant since, int atMost) {
    var later =
        new Criteria()
            .orOperator(
                where("addedAt").gte(since), where("addedAt").isNull().and("createdAt").gte(since));
    var query =
        query(where("accountId").is(accountId).andOperator(later))
            .with(Sort.by("addedAt", "_id"))
            .limit(atMost);
    return reader.readable(query, InboxItem.class);
  }

  public Page<InboxItem> of(String accountId, boolean unreadOnly, PageRequest page) {
    var criteria = unreadOnly ? unread(accountId) : where("accountId").is(accountId);
    return NEWEST_FIRST.page(page, criteria, query -> reader.readable(query, InboxItem.class));
  }

  public long countUnread(String accountId) {
    return mongo.count(query(unread(accountId)), InboxItem.class);
  }

  /**
   * Marks an item as read. The time of the first call stays.
   *
   * @return whether the account has it
   */
  public boolean markRead(String accountId, String itemId) {
    var own = where("_id").is(itemId).and("accountId").is(accountId);
    return markRead(query(unread(accountId).and("_id").is(itemId))) > 0
        || mongo.exists(query(own), InboxItem.class);
  }

  public void markAllRead(String accountId) {
    markRead(query(unread(accountId)));
  }

  private long markRead(Query items) {
    var now = clock.instant();
    return mongo
        .updateMulti(items, new Update().set("readAt", now), InboxItem.class)
        .getMatchedCount();
  }

  private static Criteria unread(String accountId) {
    return where("accountId").is(accountId).and("readAt").isNull();
  }
}
