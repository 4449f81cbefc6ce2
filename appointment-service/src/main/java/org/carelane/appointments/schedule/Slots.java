package org.carelane.appointments.schedule;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.carelane.appointments.doctor.Doctors;
import org.carelane.appointments.schedule.Slot.Claim;
import org.carelane.documents.DocumentReader;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Holds, books and releases slots. Each change is one compare-and-set of a slot's claim in its
 * day's document. Repeating a change does nothing, nor does releasing or booking a slot that
 * another appointment has.
 */
@Repository
public class Slots {

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final Doctors doctors;
  private final Clock clock;

  public Slots(MongoOperations mongo, DocumentReader reader, Doctors doctors, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.doctors = doctors;
    this.clock = clock;
  }

  public Optional<Slot> find(SlotId id) {
    var query = query(where("_id").is(id.day()));
    query.fields().include("revision", path(id));
    return reader.first(query, Day.class).flatMap(day -> day.slot(id.key()));
  }

  /**
   * Takes a slot that is free, whose hold has lapsed, or that this appointment holds already.
   *
   * <p>Whether the doctor is bookable is looked at behind the claim: who was claimed before the
   * doctor's account was disabled is an appointment like those before it, who comes later is
   * refused. A claim that is left then lapses by itself: the same appointment may have it by an
   * earlier request, so it is not released.
   *
   * @return whether it is held now
   */
  public boolean hold(SlotId id, String appointmentId, Instant until) {
    var now = clock.instant();
    var claim = path(id) + ".claim";
    var open =
        new Criteria()
            .orOperator(
                where(claim).isNull(),
                where(claim + ".until").lt(now),
                where(claim + ".appointmentId").is(appointmentId).and(claim + ".until").gte(now));
    var held =
        set(
            where("_id").is(id.day()).and(path(id) + ".start").gt(now).andOperator(open),
            Update.update(claim, new Claim(appointmentId, until)));
    return held && doctors.isBookable(id.doctorId());
  }

  /**
   * Books a slot that this appointment holds. A lapsed hold will do if nobody else took the slot.
   * Fails once the slot has begun.
   *
   * @return whether the slot is booked for this appointment now
   */
  public boolean book(SlotId id, String appointmentId) {
    return set(heldBy(id, appointmentId), booked(id));
  }

  /**
   * Books many slots with one command.
   *
   * @param slots by appointment id
   * @return whether all are booked now; if not, some may be
   */
  public boolean bookAll(Map<String, SlotId> slots) {
    var bulk = mongo.bulkOps(BulkMode.UNORDERED, Day.class);
    slots.forEach(
        (appointmentId, id) -> bulk.updateOne(query(heldBy(id, appointmentId)), booked(id)));
    return bulk.execute().getMatchedCount() == slots.size();
  }

  private Criteria heldBy(SlotId id, String appointmentId) {
    return claimedBy(id, appointmentId).and(path(id) + ".start").gt(clock.instant());
  }

  /** The claim stays, for good. */
  private static Update booked(SlotId id) {
    return new Update().unset(path(id) + ".claim.until");
  }

  /** Gives the slot back if it is this appointment's. */
  public void release(SlotId id, String appointmentId) {
    set(claimedBy(id, appointmentId), new Update().unset(path(id) + ".claim"));
  }

  /**
   * Deletes a slot that nobody has. A hold that has lapsed does not keep it.
   *
   * @return whether it was deleted
   */
  public boolean delete(SlotId id) {
    var now = clock.instant();
    return set(
        where("_id").is(id.day()).and(path(id)).exists(true).andOperator(unclaimed(path(id), now)),
        new Update().unset(path(id)).inc("revision", 1));
  }

  private boolean set(Criteria expected, Update update) {
    return mongo.updateFirst(query(expected), update, Day.class).getMatchedCount() == 1;
  }

  private static Criteria claimedBy(SlotId id, String appointmentId) {
    return where("_id").is(id.day()).and(path(id) + ".claim.appointmentId").is(appointmentId);
  }

  /** No appointment has the slot at this path, or its hold has lapsed. */
  static Criteria unclaimed(String path, Instant now) {
    return new Criteria()
        .orOperator(where(path + ".claim").isNull(), where(path + ".claim.until").lt(now));
  }

  private static String path(SlotId id) {
    return "slots." + id.key();
  }
}
