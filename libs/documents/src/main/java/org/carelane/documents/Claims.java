package org.carelane.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Reserves documents in which something is due for one process, so that replicas share the work
 * instead of all taking up the same. A claim is only for this: whoever saves the document decides
 * by its version, and takes the claim out with the save. One that is not saved is free again after
 * {@link #LASTS}.
 */
public class Claims {

  public static final Duration LASTS = Duration.ofSeconds(30);

  /** The field of a claim. No type has it, and no save keeps it. */
  static final String FIELD = "claim";

  private static final String ID = "_id";
  private static final String BY = FIELD + ".by";
  private static final String UNTIL = FIELD + ".until";

  private final MongoOperations mongo;
  private final Clock clock;

  public Claims(MongoOperations mongo, Clock clock) {
    this.mongo = mongo;
    this.clock = clock;
  }

  /**
   * Claims documents that nobody else has.
   *
   * @param due which
   * @param earliest the field in whose order they are taken
   * @return the ids of those that are this caller's now
   */
  public List<String> claim(String collection, Criteria due, String earliest, int atMost) {
    var now = clock.instant();
    var free = new Criteria().andOperator(due, unclaimed(now));
    var found = idsOf(new Query(free).with(Sort.by(earliest)).limit(atMost), collection);
    if (found.isEmpty()) {
      return found;
    }
    var name = UUID.randomUUID().toString();
    var claimed =
        mongo.updateMulti(
            new Query(new Criteria().andOperator(Criteria.where(ID).in(found), free)),
            new Update().set(BY, name).set(UNTIL, now.plus(LASTS)),
            collection);
    if (claimed.getMatchedCount() == found.size()) {
      return found;
    }
    var ours = Criteria.where(ID).in(found).and(BY).is(name);
    var ids = new HashSet<>(idsOf(new Query(ours), collection));
    return found.stream().filter(ids::contains).toList();
  }

  /** Also if the claim would last too long: the clock of whoever has it is wrong, or was. */
  private static Criteria unclaimed(Instant now) {
    return new Criteria()
        .orOperator(
            Criteria.where(UNTIL).not().gt(now),
            Criteria.where(UNTIL).gt(now.plus(LASTS.multipliedBy(2))));
  }

  private List<String> idsOf(Query query, String collection) {
    query.fields().include(ID);
    return mongo.find(query, Document.class, collection).stream()
        .map(document -> document.getString(ID))
        .toList();
  }
}
