package org.carelane.notifications.notification;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carelane.documents.BulkCompareAndSet;
import org.carelane.documents.DocumentFormat;
import org.carelane.documents.DocumentReader;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class Notifications {

  private static final String NEXT_ATTEMPT_AT = "state.nextAttemptAt";

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final BulkCompareAndSet bulk;

  Notifications(MongoOperations mongo, DocumentReader reader, BulkCompareAndSet bulk) {
    this.mongo = mongo;
    this.reader = reader;
    this.bulk = bulk;
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

  /** Those whose next attempt is due, the longest overdue first. */
  List<Notification> due(Instant now, int atMost) {
    return reader.readable(
        query(DocumentFormat.known(where(NEXT_ATTEMPT_AT).lte(now)))
            .with(Sort.by(Sort.Direction.ASC, NEXT_ATTEMPT_AT))
            .limit(atMost),
        Notification.class);
  }
}
