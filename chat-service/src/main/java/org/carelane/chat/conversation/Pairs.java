package org.carelane.chat.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.documents.Duplicates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/** Pairs whose doctor had no account, and the accounts that doctors got since. */
@Repository
class Pairs {

  private final MongoOperations mongo;

  Pairs(MongoOperations mongo) {
    this.mongo = mongo;
  }

  /**
   * @param id the doctor's profile
   */
  @Document("doctor_accounts")
  record LaterAccount(@Id String id, String accountId) {}

  record Known(@Id String id) {}

  /** Stores those that are not stored yet. */
  void add(Collection<Pair> pairs) {
    var ids = pairs.stream().map(Pair::id).collect(Collectors.toSet());
    var query = query(where("_id").in(ids));
    query.fields().include("_id");
    var known =
        mongo.query(Pair.class).as(Known.class).matching(query).all().stream()
            .map(Known::id)
            .collect(Collectors.toCollection(HashSet::new));
    insert(pairs.stream().filter(it -> known.add(it.id())).toList());
  }

  private void insert(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    try {
      mongo.bulkOps(BulkMode.UNORDERED, Pair.class).insert(pairs).execute();
    } catch (BulkOperationException e) {
      Duplicates.of(e); // another process was faster; anything else is thrown
    }
  }

  Stream<Pair> of(String doctorId) {
    return mongo.stream(query(where("doctorId").is(doctorId)), Pair.class);
  }

  /** A profile has one account at most, so the first is the last. */
  void setAccount(String doctorId, String accountId) {
    try {
      mongo.insert(new LaterAccount(doctorId, accountId));
    } catch (DuplicateKeyException e) {
      // known already
    }
  }

  /** The accounts that are known, by doctor. */
  Map<String, String> accounts(Set<String> doctorIds) {
    return mongo.find(query(where("_id").in(doctorIds)), LaterAccount.class).stream()
        .collect(Collectors.toMap(LaterAccount::id, LaterAccount::accountId));
  }
}
