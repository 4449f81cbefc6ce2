package org.carelane.appointments.booking;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.carelane.appointments.appointment.Appointments;
import org.carelane.documents.BulkCompareAndSet;
import org.carelane.documents.Claims;
import org.carelane.documents.DocumentFormat;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.TimeOrder;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
public class Bookings {

  private static final String DEADLINE = "deadline";
  private static final String ATTEMPTS = "progress.attempts";
  private static final String STARTS_AT = "appointment.startsAt";
  private static final String ENDS_AT = "appointment.endsAt";

  /** As it is stored: what is read of a patient's bookings is not mapped to a type. */
  private static final String PATIENT = "appointment.patient._id";

  /** More than most patients ever have. */
  private static final int LATEST_OF_PATIENT = 20;

  private static final Set<String> GIVEN_UP = Set.of("undoing", "rolled-back");
  private static final Set<String> UNPAID =
      Set.of(BookingStep.HOLD_SLOT.name(), BookingStep.TAKE_PAYMENT.name());
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
   * @throws org.springframework.dao.DuplicateKeyException when a booking of this id exists, or
   *     another behind the same booking of the patient
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

  /**
   * The latest of a patient's bookings, and all that overlap that time. Also those that only a
   * newer release understands: they count as live.
   */
  PatientsBookings ofPatient(String patientId, Instant start, Instant end) {
    var theirs = where(PATIENT).is(patientId);
    var latest = others(theirs, LATEST_OF_PATIENT);
    if (latest.size() < LATEST_OF_PATIENT) {
      return new PatientsBookings(patientId, latest);
    }
    var overlapping = theirs.and(STARTS_AT).lt(end).and(ENDS_AT).gt(start);
    var all = Stream.concat(latest.stream(), others(overlapping, Integer.MAX_VALUE).stream());
    return new PatientsBookings(patientId, all.toList());
  }

  private List<PatientsBookings.Other> others(Criteria wanted, int limit) {
    var query =
        query(wanted)
            .with(Sort.by(Sort.Direction.DESC, Appointments.REQUESTED_AT, "_id"))
            .limit(limit);
    query
        .fields()
        .include(Appointments.REQUESTED_AT, STARTS_AT, ENDS_AT, "progress", "terms.heldUntil");
    return mongo.find(query, Document.class, Appointments.COLLECTION).stream()
        .map(Bookings::other)
        .toList();
  }

  private static PatientsBookings.Other other(Document it) {
    var appointment = it.get("appointment", Document.class);
    var progress = it.get("progress", Document.class);
    var state = progress.getString("_class");
    var at = progress.getString("at");
    var unpaid = UNPAID.contains(String.valueOf(at)) && state.equals("running");
    return new PatientsBookings.Other(
        it.getString("_id"),
        appointment.getDate("startsAt").toInstant(),
        appointment.getDate("endsAt").toInstant(),
        appointment.getDate("requestedAt").toInstant(),
        unpaid ? it.get("terms", Document.class).getDate("heldUntil").toInstant() : null,
        !GIVEN_UP.contains(state));
  }

  /** Bookings that were requested within that time, both ends inclusive, the latest first. */
  List<Booking> requested(Instant from, Instant until, int limit) {
    var wanted = DocumentFormat.known(where(Appointments.REQUESTED_AT).gte(from).lte(until));
    var latestFirst = Sort.by(Sort.Direction.DESC, Appointments.REQUESTED_AT);
    return reader.readable(query(wanted).with(latestFirst).limit(limit), Booking.class);
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
