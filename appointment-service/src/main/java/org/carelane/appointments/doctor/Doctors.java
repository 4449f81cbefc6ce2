package org.carelane.appointments.doctor;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carelane.appointments.doctor.Doctor.AccountState;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.TextSearch;
import org.carelane.messaging.Outbox;
import org.carelane.messaging.OutboxMessage;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.data.mongodb.core.schema.JsonSchemaObject;
import org.springframework.stereotype.Repository;

@Repository
public class Doctors {

  /** Between name and id in a cursor: no name contains it. */
  private static final String SEPARATOR = "\n";

  static final String COLLECTION = "doctors";
  private static final String DISABLED = "accountState.disabled";
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
   * @param event goes into the profile's outbox
   * @return empty when there is no such profile, or it has an account already
   * @throws org.springframework.dao.DuplicateKeyException when the account has a profile
   */
  Optional<Doctor> change(
      String id, DoctorChange change, DoctorAccount account, OutboxMessage event) {
    var update = changing(change);
    update.set("accountId", account.id()).set("accountState", account.state());
    return modified(where("_id").is(id).and("accountId").isNull(), Outbox.adding(update, event));
  }

  /** Changes all but the account. */
  public Optional<Doctor> change(String id, DoctorChange change) {
    var update = changing(change);
    return update.getUpdateObject().isEmpty() ? find(id) : modified(where("_id").is(id), update);
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

  /**
   * By name; those whose account is disabled are left out.
   *
   * @param text part of a name, specialization or location, in any case
   */
  public Page<Doctor> list(
      @Nullable String text, @Nullable String specialization, PageRequest page) {
    var query = query(where(DISABLED).ne(true));
    if (specialization != null) {
      query.addCriteria(where("specialization").is(specialization));
    }
    List<Criteria> further = new ArrayList<>();
    if (text != null && !text.isBlank()) {
      further.add(TextSearch.containing(text, "name", "specialization", "location"));
    }
    var after = page.after();
    if (after != null) {
      further.add(behind(after));
    }
    if (!further.isEmpty()) {
      query.addCriteria(new Criteria().andOperator(further));
    }
    query.with(Sort.by("name", "_id")).limit(page.fetch());
    return Page.of(
        reader.readable(query, Doctor.class),
        page,
        doctor -> doctor.name() + SEPARATOR + doctor.id());
  }

  public List<String> specializations() {
    var listed =
        query(where("specialization").type(JsonSchemaObject.Type.STRING).and(DISABLED).ne(true));
    return mongo.findDistinct(listed, "specialization", Doctor.class, String.class).stream()
        .sorted()
        .toList();
  }

  private static Criteria behind(String cursor) {
    var at = cursor.lastIndexOf(SEPARATOR);
    if (at < 0) {
      throw ProblemException.invalidRequest("The cursor is not one this service handed out.");
    }
    var name = cursor.substring(0, at);
    return new Criteria()
        .orOperator(
            where("name").gt(name), where("name").is(name).and("_id").gt(cursor.substring(at + 1)));
  }

  private static void set(Update update, String field, @Nullable Object value) {
    if (value != null) {
      update.set(field, value);
    }
  }
}
