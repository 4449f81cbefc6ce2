package org.carelane.notifications.notification;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carelane.documents.DocumentFormat;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class Notifications {

  private static final String NEXT_ATTEMPT_AT = "state.nextAttemptAt";

  private final MongoOperations mongo;

  Notifications(MongoOperations mongo) {
    this.mongo = mongo;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when it exists already
   */
  Notification insert(Notification notification) {
    return mongo.insert(notification);
  }

  /**
   * @throws org.springframework.dao.OptimisticLockingFailureException when it was changed since it
   *     was read
   */
  Notification save(Notification notification) {
    return mongo.save(notification);
  }

  Optional<Notification> find(String id) {
    return Optional.ofNullable(mongo.findById(id, Notification.class));
  }

  /** Those whose turn it is, the longest overdue first. */
  List<Notification> due(Instant now, int atMost) {
    return mongo.find(
        query(DocumentFormat.known(where(NEXT_ATTEMPT_AT).lte(now)))
            .with(Sort.by(Sort.Direction.ASC, NEXT_ATTEMPT_AT))
            .limit(atMost),
        Notification.class);
  }
}
