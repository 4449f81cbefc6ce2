package org.carelane.appointments.doctor;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.TextSearch;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.data.mongodb.core.schema.JsonSchemaObject;
import org.springframework.stereotype.Repository;

@Repository
public class Doctors {

  /** Between name and id in a cursor: no name contains it. */
  private static final String SEPARATOR = "\n";

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

  public Optional<Doctor> change(String id, DoctorChange change) {
    var update = new Update();
    set(update, "name", change.name());
    set(update, "specialization", change.specialization());
    set(update, "fee", change.fee());
    set(update, "languages", change.languages());
    set(update, "location", change.location());
    set(update, "about", change.about());
    if (update.getUpdateObject().isEmpty()) {
      return find(id);
    }
    return Optional.ofNullable(
        mongo.findAndModify(
            query(where("_id").is(id)),
            update,
            FindAndModifyOptions.options().returnNew(true),
            Doctor.class));
  }

  /**
   * By name.
   *
   * @param text part of a name, specialization or location, in any case
   */
  public Page<Doctor> list(
      @Nullable String text, @Nullable String specialization, PageRequest page) {
    var query = new Query();
    if (specialization != null) {
      query.addCriteria(where("specialization").is(specialization));
    }
    if (text != null && !text.isBlank()) {
      query.addCriteria(TextSearch.containing(text, "name", "specialization", "location"));
    }
    var after = page.after();
    if (after != null) {
      query.addCriteria(new Criteria().andOperator(behind(after)));
    }
    query.with(Sort.by("name", "_id")).limit(page.fetch());
    return Page.of(
        reader.readable(query, Doctor.class),
        page,
        doctor -> doctor.name() + SEPARATOR + doctor.id());
  }

  public List<String> specializations() {
    var texts = query(where("specialization").type(JsonSchemaObject.Type.STRING));
    return mongo.findDistinct(texts, "specialization", Doctor.class, String.class).stream()
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
