package org.carelane.auth.attempt;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.carelane.documents.CompareAndSet;
import org.carelane.documents.DocumentReader;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Decides whether a mail may be asked for, so that nobody can have a stranger flooded with them.
 * The counts are in the database, so that all replicas agree. A refused request is not counted.
 */
@Component
public class MailRequests {

  private static final Duration CROWDED = Duration.ofSeconds(1);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final MailRequestLimits limits;
  private final Clock clock;

  MailRequests(
      MongoOperations mongo, DocumentReader reader, MailRequestLimits limits, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Counts a request by someone who need not have an account, for an address that need not have one
   * either: the answer does not tell.
   *
   * @return until when it is refused; zero if it is not
   */
  public Duration ofPasswordReset(String email, ClientAddress from) {
    var delay = count("password-reset-from:" + from.value(), limits.address());
    return delay.isPositive()
        ? delay
        : count("password-reset:" + Digests.of(email), limits.recipient());
  }

  /**
   * Counts a request by the owner of an account.
   *
   * @return until when it is refused; zero if it is not
   */
  public Duration ofVerification(String accountId) {
    return count("email-verification:" + accountId, limits.recipient());
  }

  private Duration count(String id, Limit limit) {
    try {
      return CompareAndSet.repeat(() -> countOnce(id, limit));
    } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
      return CROWDED;
    }
  }

  private Duration countOnce(String id, Limit limit) {
    var now = clock.instant();
    var count = reader.find(id, RequestCount.class).orElseGet(() -> RequestCount.none(id));
    var opens = count.opens(limit);
    if (opens.isAfter(now)) {
      return Duration.between(now, opens);
    }
    mongo.save(count.more(now, limit));
    return Duration.ZERO;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    var expired = Query.query(Criteria.where("expiresAt").lt(clock.instant()));
    mongo.remove(expired, RequestCount.class);
  }
}
