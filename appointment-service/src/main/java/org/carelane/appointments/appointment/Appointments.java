package org.carelane.appointments.appointment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Reads appointments. They are written by the booking saga only, which keeps them. */
@Repository
public class Appointments {

  public static final String COLLECTION = "appointments";

  static final String PATIENT = "appointment.patient.id";
  static final String DOCTOR = "appointment.doctor.id";
  private static final RequestOrder NEWEST_FIRST = new RequestOrder(Direction.DESC);

  private final MongoOperations mongo;

  Appointments(MongoOperations mongo) {
    this.mongo = mongo;
  }

  /** An appointment and its id. */
  public record Filed(@Id String id, Appointment appointment) {}

  public Optional<Filed> find(String id, Viewer viewer) {
    var query = query(where("_id").is(id));
    query.fields().include("appointment");
    return Optional.ofNullable(mongo.findOne(query, Filed.class, COLLECTION))
        .filter(it -> viewer.sees(it.appointment()));
  }

  /** Newest request first. */
  public Page<Filed> list(Viewer viewer, @Nullable AppointmentStatus status, PageRequest page) {
    List<Criteria> all = new ArrayList<>();
    all.add(viewer.restriction());
    if (status != null) {
      all.add(where("appointment.status").is(status));
    }
    var after = page.after();
    if (after != null) {
      all.add(NEWEST_FIRST.behind(after));
    }
    var query = new Query(new Criteria().andOperator(all)).limit(page.fetch());
    query.with(NEWEST_FIRST.sort()).fields().include("appointment");
    return Page.of(
        mongo.find(query, Filed.class, COLLECTION),
        page,
        it -> NEWEST_FIRST.cursor(it.id(), it.appointment()));
  }
}
