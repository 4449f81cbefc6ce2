package org.carelane.appointments.doctor;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.carelane.appointments.doctor.Doctor.AccountState;
import org.carelane.documents.DocumentReader;
import org.carelane.messaging.Outbox;
import org.carelane.messaging.OutboxMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
public class Doctors {

  static final String COLLECTION = "doctors";
  static final String DISABLED = "accountState.disabled";
  private static final String AS_OF = "accountState.asOf";

  private final MongoOperations mongo;
  private final DocumentReader reader;

  Doctors(MongoOperations mongo, DocumentReader reader) {
    this.mongo = mongo;
    this.reader = reader;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when the id is taken
   */
  public void add(Doctor doctor) {
    mongo.insert(doctor);
  }

  public Optional<Doctor> find(String id) {
    return reader.find(id, Doctor.class);
  }

  /** The profile of an account. */
  public Optional<Doctor> ofAccount(String accountId) {
    return reader.first(query(where("accountId").is(accountId)), Doctor.class);
  }

  /** Read after a slot was taken: false if the doctor's account was disabled before that. */
  public boolean isBookable(String id) {
    return !mongo.exists(query(where("_id").is(id).and(DISABLED).is(true)), Doctor.class);
  }

  /** Ids of the doctors whose account is disabled. */
  public List<String> disabled() {
    var query = query(where(DISABLED).is(true));
    query.fields().include("_id");
    return mongo.find(query, Disabled.class, COLLECTION).stream().map(Disabled::id).toList();
  }

  record Disabled(@Id String id) {}

  /**
   * Stores the state of the account in its profile, if there is one and it has no newer state.
   *
   * @return whether anything changed
   */
  boolean noteState(String accountId, AccountState state) {
    var older =
        new Criteria().orOperator(where("accountState").isNull(), where(AS_OF).lt(state.asOf()));
    return mongo
            .updateFirst(
                query(where("accountId").is(accountId).andOperator(older)),
                Update.update("accountState", state),
                Doctor.class)
            .getMatchedCount()
        == 1;
  }

  /**
   * Changes a profile and sets its account.
   *
   * @param onlyAsRead whether it must not have changed since it was read
   * @param event goes into the profile's outbox
   * @return empty when it has an account already, or has changed
   * @throws org.springframework.dao.DuplicateKeyException when the account has a profile
   */
  Optional<Doctor> change(
      Doctor read,
      boolean onlyAsRead,
      DoctorChange change,
      DoctorAccount account,
      OutboxMessage event) {
    var update = changing(change);
    update.set("accountId", account.id()).set("accountState", account.state());
    var which = onlyAsRead ? unchanged(read) : where("_id").is(read.id()).and("accountId").isNull();
    return modified(which, Outbox.adding(update, event));
  }

  /**
   * Changes all but the account.
   *
   * @param onlyAsRead whether it must not have changed since it was read
   * @return empty when it has changed
   */
  Optional<Doctor> change(Doctor read, boolean onlyAsRead, DoctorChange change) {
    var update = changing(change);
    if (update.getUpdateObject().isEmpty()) {
      return Optional.of(read);
    }
    return modified(onlyAsRead ? unchanged(read) : where("_id").is(read.id()), update);
  }

  /** Compares what is there: the release before, which notes no version, may change it too. */
  private static Criteria unchanged(Doctor read) {
    var same =
        where("_id")
            .is(read.id())
            .and("accountId")
            .is(read.accountId())
            .and("name")
            .is(read.name())
            .and("specialization")
            .is(read.specialization())
            .and("fee.amountMinor")
            .is(read.fee().amountMinor())
            .and("fee.currency")
            .is(read.fee().currency())
            .and("languages")
            .is(read.languages())
            .and("location")
            .is(read.location())
            .and("about")
            .is(read.about())
            .and(DISABLED);
    return read.isBookable() ? same.ne(true) : same.is(true);
  }

  private static Update changing(DoctorChange change) {
    var update = new Update();
    set(update, "name", change.name());
    set(update, "specialization", change.specialization());
    set(update, "fee", change.fee());
    set(update, "languages", change.languages());
    set(update, "location", change.location());
    set(update, "about", change.about());
    return update;
  }

  private Optional<Doctor> modified(Criteria which, Update update) {
    return Optional.ofNullable(
        mongo.findAndModify(
            query(which), update, FindAndModifyOptions.options().returnNew(true), Doctor.class));
  }

  private static void set(Update update, String field, @Nullable Object value) {
    if (value != null) {
      update.set(field, value);
    }
  }
}
