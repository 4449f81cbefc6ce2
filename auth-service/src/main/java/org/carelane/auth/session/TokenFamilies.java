package org.carelane.auth.session;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.carelane.auth.session.TokenFamily.Reason;
import org.carelane.auth.session.TokenFamily.Revocation;
import org.carelane.documents.DocumentReader;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The stored families. A save succeeds only if nobody saved the family in between. */
@Component
class TokenFamilies {

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final Clock clock;

  TokenFamilies(MongoOperations mongo, DocumentReader reader, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.clock = clock;
  }

  Optional<TokenFamily> find(String id) {
    return reader.find(id, TokenFamily.class);
  }

  /**
   * @throws org.springframework.dao.OptimisticLockingFailureException when it changed meanwhile
   */
  void save(TokenFamily family) {
    mongo.save(family);
  }

  /** Ends all sign-ins of an account. */
  void revokeAllOf(String accountId) {
    var live = Criteria.where("accountId").is(accountId).and("revoked").isNull();
    var end = new Revocation(Reason.ACCOUNT_DISABLED, clock.instant());
    mongo.updateMulti(
        Query.query(live), Update.update("revoked", end).inc("version", 1), TokenFamily.class);
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forgetExpired() {
    mongo.remove(Query.query(Criteria.where("expiresAt").lt(clock.instant())), TokenFamily.class);
  }
}
