package org.carelane.appointments.appointment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.TimeOrder;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** Reads appointments. They are part of the booking saga's documents; only the saga writes them. */
@Repository
public class Appointments {

  public static final String COLLECTION = "appointments";
  public static final String REQUESTED_AT = "appointment.requestedAt";

  static final String PATIENT = "appointment.patient.id";
  static final String DOCTOR = "appointment.doctor.id";
  private static final TimeOrder<Filed> NEWEST_FIRST =
      TimeOrder.newestFirst(REQUESTED_AT, it -> it.appointment().requestedAt(), Filed::id);

  private final DocumentReader reader;

  Appointments(DocumentReader reader) {
    this.reader = reader;
  }

  /** An appointment and its id. */
  public record Filed(@Id String id, Appointment appointment) {}

  public Optional<Filed> find(String id, Viewer viewer) {
    var query = query(where("_id").is(id));
    query.fields().include("appointment");
    return reader.first(query, Filed.class, COLLECTION).filter(it -> viewer.sees(it.appointment()));
  }

  /** Newest request first. */
  public Page<Filed> list(Viewer viewer, @Nullable AppointmentStatus status, PageRequest page) {
    var theirs = viewer.restriction();
    var wanted =
        status == null
            ? theirs
            : new Criteria().andOperator(theirs, where("appointment.status").is(status));
    return NEWEST_FIRST.page(
        page,
        wanted,
        query -> {
          query.fields().include("appointment");
          return reader.readable(query, Filed.class, COLLECTION);
        });
  }
}
