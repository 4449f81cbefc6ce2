package org.carelane.notifications.notification;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carelane.documents.BulkCompareAndSet;
import org.carelane.documents.Claims;
import org.carelane.documents.DocumentFormat;
import org.carelane.documents.DocumentReader;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class Notifications {

  private static final String NEXT_ATTEMPT_AT = "state.nextAttemptAt";

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final BulkCompareAndSet bulk;
  private final Claims claims;
  private final Clock clock;

  Notifications(
      MongoOperations mongo,
      DocumentReader reader,
      BulkCompareAndSet bulk,
      Claims claims,
      Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.bulk = bulk;
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * Stores new ones with one command.
   *
   * @return ids of those that existed and were not stored
   */
  Set<String> insert(List<Notification> begun) {
    return bulk.insert(Notification.class, begun).stream()
        .map(Notification::id)
        .collect(Collectors.toSet());
  }

  /**
   * @throws org.springframework.dao.OptimisticLockingFailureException when it was changed since it
   *     was read
   * @throws org.springframework.dao.DuplicateKeyException when it is new, and exists already
   */
  Notification save(Notification notification) {
    return mongo.save(notification);
  }

  /** Those that exist, by id. */
  Map<String, Notification> find(List<String> ids) {
    return reader.all(query(where("_id").in(ids)), Notification.class).stream()
        .collect(Collectors.toMap(Notification::id, Function.identity()));
  }

  Optional<Notification> find(String id) {
    return reader.find(id, Notification.class);
  }

  /**
   * Those whose next attempt is due and that no other process has taken, the longest overdue first.
   */
  List<Notification> takeDue(int atMost) {
    if (atMost <= 0) {
      return List.of();
    }
    var due = DocumentFormat.known(where(NEXT_ATTEMPT_AT).lte(clock.instant()));
    var taken =
        claims.claim(mongo.getCollectionName(Notification.class), due, NEXT_ATTEMPT_AT, atMost);
    return reader.readable(query(where("_id").in(taken)), Notification.class);
  }
}
