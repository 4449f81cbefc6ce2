package org.carelane.notifications.notification;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.carelane.documents.Claims;
import org.carelane.documents.DocumentFormat;
import org.carelane.documents.DocumentReader;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

@Repository
class AccountMails {

  private static final String NEXT_ATTEMPT_AT = "state.nextAttemptAt";

  /** A command that comes again after its token has expired is not carried out anyway. */
  private static final Duration KEPT_FOR = Duration.ofDays(7);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final Claims claims;
  private final Clock clock;

  AccountMails(MongoOperations mongo, DocumentReader reader, Claims claims, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.claims = claims;
    this.clock = clock;
  }

  Optional<AccountMail> find(String id) {
    return reader.find(id, AccountMail.class);
  }

  /**
   * @throws org.springframework.dao.OptimisticLockingFailureException when it was changed since it
   *     was read
   * @throws org.springframework.dao.DuplicateKeyException when it is new, and exists already
   */
  AccountMail save(AccountMail mail) {
    return mongo.save(mail);
  }

  /**
   * Those whose next attempt is due and that no other process has taken, the longest overdue first.
   */
  List<AccountMail> takeDue(int atMost) {
    if (atMost <= 0) {
      return List.of();
    }
    var due = DocumentFormat.known(where(NEXT_ATTEMPT_AT).lte(clock.instant()));
    var taken = claims.claim(AccountMail.COLLECTION, due, NEXT_ATTEMPT_AT, atMost);
    return reader.readable(query(where("_id").in(taken)), AccountMail.class);
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    var old = where("expiresAt").lt(clock.instant().minus(KEPT_FOR));
    mongo.remove(query(old), AccountMail.class);
  }
}
