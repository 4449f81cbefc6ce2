package org.carelane.auth.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.carelane.auth.session.TokenFamily.Reason;
import org.carelane.auth.session.TokenFamily.Revocation;
import org.carelane.documents.BulkCompareAndSet;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.TimeOrder;
import org.carelane.messaging.Messages;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The stored families. A save succeeds only if nobody saved the family in between. */
@Component
class TokenFamilies {

  private static final int AT_ONCE = 500;
  private static final TimeOrder<TokenFamily> NEWEST_FIRST =
      TimeOrder.newestFirst("signedInAt", TokenFamily::signedInAt, TokenFamily::id);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final BulkCompareAndSet bulk;
  private final Messages messages;
  private final Clock clock;

  TokenFamilies(
      MongoOperations mongo,
      DocumentReader reader,
      BulkCompareAndSet bulk,
      Messages messages,
      Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.bulk = bulk;
    this.messages = messages;
    this.clock = clock;
  }

  Optional<TokenFamily> find(String id) {
    return reader.find(id, TokenFamily.class);
  }

  /** Those of an account that go on, the latest sign-in first. */
  Page<TokenFamily> live(String accountId, PageRequest page) {
    return NEWEST_FIRST.page(
        page, live(accountId), query -> reader.readable(query, TokenFamily.class));
  }

  long countLive(String accountId) {
    return mongo.count(Query.query(live(accountId)), TokenFamily.class);
  }

  /**
   * @throws org.springframework.dao.OptimisticLockingFailureException when it changed meanwhile
   */
  void save(TokenFamily family) {
    mongo.save(family);
  }

  /** Saves one that ends now, with its event in the outbox. */
  void saveEnded(TokenFamily ended) {
    save(saying(ended, clock.instant()));
  }

  private TokenFamily saying(TokenFamily ended, Instant at) {
    return ended.saying(SessionEnded.of(ended, at, messages));
  }

  /**
   * Ends all sign-ins of an account, many at once, each with its event.
   *
   * @param spared the one that goes on
   */
  void revokeAllOf(String accountId, @Nullable String spared, Reason reason) {
    var query = Query.query(andNot(live(accountId), spared)).limit(AT_ONCE);
    while (true) {
      var live = reader.readable(query, TokenFamily.class);
      if (live.isEmpty()) {
        break;
      }
      var now = clock.instant();
      bulk.replace(
          TokenFamily.class, live.stream().map(it -> saying(it.revoke(reason, now), now)).toList());
    }
    revokeUnreadable(accountId, spared, reason);
  }

  /** Those a newer release has written end too, without an event. */
  private void revokeUnreadable(String accountId, @Nullable String spared, Reason reason) {
    var end = new Revocation(reason, clock.instant());
    mongo.updateMulti(
        Query.query(andNot(live(accountId), spared)),
        Update.update("revoked", end).inc("version", 1),
        TokenFamily.class);
  }

  private Criteria live(String accountId) {
    return Criteria.where("accountId")
        .is(accountId)
        .and("revoked")
        .isNull()
        .and("expiresAt")
        .gt(clock.instant());
  }

  private static Criteria andNot(Criteria wanted, @Nullable String id) {
    return id == null ? wanted : wanted.and("_id").ne(id);
  }

  /** Not before its events are published. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forgetExpired() {
    var expired = Criteria.where("expiresAt").lt(clock.instant()).and("unsent").isNull();
    mongo.remove(Query.query(expired), TokenFamily.class);
  }
}
