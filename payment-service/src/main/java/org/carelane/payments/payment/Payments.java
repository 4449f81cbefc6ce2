package org.carelane.payments.payment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carelane.documents.BulkCompareAndSet;
import org.carelane.documents.Claims;
import org.carelane.documents.DocumentFormat;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.TimeOrder;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The stored payments. A payment and its replies are saved together. */
@Repository
public class Payments {

  private static final String DUE = "due.at";
  private static final TimeOrder<Payment> NEWEST_FIRST =
      TimeOrder.newestFirst("createdAt", Payment::createdAt, Payment::id);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final BulkCompareAndSet bulk;
  private final Claims claims;
  private final Clock clock;

  Payments(
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

  public Optional<Payment> find(String id) {
    return reader.find(id, Payment.class);
  }

  /** Payments that this release can read, newest first. */
  public Page<Payment> list(PaymentFilter filter, PageRequest page) {
    return NEWEST_FIRST.page(
        page,
        DocumentFormat.known(filter.criteria()),
        query -> reader.readable(query, Payment.class));
  }

  /** Those that are due and that no other process has taken. */
  List<Payment> takeDue(int atMost) {
    if (atMost <= 0) {
      return List.of();
    }
    var due = DocumentFormat.known(where(DUE).lte(clock.instant()));
    return readable(claims.claim(mongo.getCollectionName(Payment.class), due, DUE, atMost));
  }

  /** Those that exist; none is left out. */
  List<Payment> find(Collection<String> ids) {
    return reader.all(query(where("_id").in(ids)), Payment.class);
  }

  /** Those that exist and can be read. */
  public List<Payment> readable(Collection<String> ids) {
    return reader.readable(query(where("_id").in(ids)), Payment.class);
  }

  /** Whether there is one, whether it can be read or not. */
  public boolean exists(String id) {
    return mongo.exists(query(where("_id").is(id)), Payment.class);
  }

  /** Payments with nothing open, in the order in which they settled; both ends inclusive. */
  public List<Payment> settled(Instant from, Instant until, int limit) {
    var settled = where("settledAt").gte(from).lte(until);
    return reader.readable(query(settled).with(Sort.by("settledAt")).limit(limit), Payment.class);
  }

  /**
   * Inserts a new payment; replaces one that was read, if nobody saved it since.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the appointment has a payment
   * @throws org.springframework.dao.OptimisticLockingFailureException when it changed meanwhile
   */
  Payment save(Payment payment) {
    return mongo.save(payment);
  }

  /**
   * Saves many: one command inserts the new ones, one replaces the others.
   *
   * @return those not saved, because another process saved them meanwhile
   */
  List<Payment> saveAll(List<Payment> all) {
    var lost = new ArrayList<Payment>();
    var added = all.stream().filter(it -> it.version() == null).toList();
    if (!added.isEmpty()) {
      lost.addAll(bulk.insert(Payment.class, added));
    }
    var changed = all.stream().filter(it -> it.version() != null).toList();
    if (!changed.isEmpty()) {
      lost.addAll(bulk.replace(Payment.class, changed));
    }
    return lost;
  }
}
