package org.carelane.appointments.booking;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.carelane.appointments.appointment.Appointments;
import org.carelane.documents.BulkCompareAndSet;
import org.carelane.documents.Claims;
import org.carelane.documents.DocumentFormat;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.TimeOrder;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
public class Bookings {

  private static final String DEADLINE = "deadline";
  private static final String ATTEMPTS = "progress.attempts";
  private static final TimeOrder<Booking> OLDEST_FIRST =
      TimeOrder.oldestFirst(
          Appointments.REQUESTED_AT, it -> it.appointment().requestedAt(), Booking::id);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final BulkCompareAndSet bulk;
  private final Claims claims;
  private final Clock clock;

  Bookings(
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

  public Optional<Booking> find(String id) {
    return reader.find(id, Booking.class);
  }

  List<Booking> find(Collection<String> ids) {
    return reader.all(query(where("_id").in(ids)), Booking.class);
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when a booking of this id exists
   */
  void insert(Booking booking) {
    mongo.insert(booking);
  }

  /**
   * @throws org.springframework.dao.OptimisticLockingFailureException when another process saved it
   *     meanwhile
   */
  Booking save(Booking booking) {
    return mongo.save(booking);
  }

  /**
   * Saves many with one command.
   *
   * @return those not saved, because another process saved them meanwhile
   */
  List<Booking> save(List<Booking> changed) {
    return changed.isEmpty() ? List.of() : bulk.replace(Booking.class, changed);
  }

  /** Ids of bookings whose deadline has passed and that no other process has taken. */
  List<String> takeDue(int atMost) {
    var passed = DocumentFormat.known(where(DEADLINE).lte(clock.instant()));
    return claims.claim(Appointments.COLLECTION, passed, DEADLINE, atMost);
  }

  /** Sagas that have not ended and that this release understands, the oldest request first. */
  public Page<Booking> open(int fromAttempts, PageRequest page) {
    var wanted = DocumentFormat.known(open(fromAttempts));
    return OLDEST_FIRST.page(page, wanted, query -> reader.readable(query, Booking.class));
  }

  /** Reads the index on the deadline: a count would look at all bookings. */
  long countOpen(int fromAttempts) {
    var query = query(open(fromAttempts));
    query.fields().include("_id");
    return mongo.find(query, Document.class, Appointments.COLLECTION).size();
  }

  private static Criteria open(int fromAttempts) {
    var open = where(DEADLINE).gt(Instant.EPOCH);
    return fromAttempts == 0 ? open : open.and(ATTEMPTS).gte(fromAttempts);
  }
}
