package org.carelane.notifications.inbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carelane.documents.TimeOrder;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.springframework.dao.DuplicateKeyException;
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
  private final Clock clock;

  Inbox(MongoOperations mongo, Clock clock) {
    this.mongo = mongo;
    this.clock = clock;
  }

  /** What is there already stays as it is, read or not. */
  void add(List<InboxItem> items) {
    try {
      mongo.insert(items, InboxItem.class);
    } catch (DuplicateKeyException e) {
      items.forEach(this::addUnlessThere);
    }
  }

  private void addUnlessThere(InboxItem item) {
    try {
      mongo.insert(item);
    } catch (DuplicateKeyException e) {
      // it came before
    }
  }

  boolean holds(String itemId) {
    return mongo.exists(query(where("_id").is(itemId)), InboxItem.class);
  }

  public Page<InboxItem> of(String accountId, boolean unreadOnly, PageRequest page) {
    var criteria = unreadOnly ? unread(accountId) : where("accountId").is(accountId);
    return NEWEST_FIRST.page(page, criteria, query -> mongo.find(query, InboxItem.class));
  }

  public long countUnread(String accountId) {
    return mongo.count(query(unread(accountId)), InboxItem.class);
  }

  /**
   * Once read, it stays read since then.
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
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return mongo
        .updateMulti(items, new Update().set("readAt", now), InboxItem.class)
        .getMatchedCount();
  }

  private static Criteria unread(String accountId) {
    return where("accountId").is(accountId).and("readAt").isNull();
  }
}
