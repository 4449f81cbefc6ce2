package org.carelane.auth.password;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.carelane.auth.account.EmailAddress;
import org.carelane.documents.Claims;
import org.carelane.documents.DocumentReader;
import org.carelane.rest.Ids;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored requests for mails. Each is removed when it is carried out. */
@Component
class ForgottenPasswords {

  /** Whoever waits has asked again, and what keeps failing is not tried for ever. */
  private static final Duration GIVEN_UP_AFTER = Duration.ofHours(1);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final Claims claims;
  private final Clock clock;

  ForgottenPasswords(MongoOperations mongo, DocumentReader reader, Claims claims, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.claims = claims;
    this.clock = clock;
  }

  void add(EmailAddress email) {
    mongo.insert(new ForgottenPassword(Ids.next(), email.value(), clock.instant()));
  }

  /** Those that no other process has taken, the oldest first. */
  List<ForgottenPassword> take(int atMost) {
    var now = clock.instant();
    var old = Criteria.where(ForgottenPassword.DUE).lt(now.minus(GIVEN_UP_AFTER));
    mongo.remove(Query.query(old), ForgottenPassword.class);
    var due = Criteria.where(ForgottenPassword.DUE).lte(now);
    var ids = claims.claim(ForgottenPassword.COLLECTION, due, ForgottenPassword.DUE, atMost);
    return reader.readable(Query.query(Criteria.where("_id").in(ids)), ForgottenPassword.class);
  }

  void remove(ForgottenPassword carriedOut) {
    var itself = Query.query(Criteria.where("_id").is(carriedOut.id()));
    mongo.remove(itself, ForgottenPassword.class);
  }
}
