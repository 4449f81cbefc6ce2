package org.carelane.appointments.appointment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final String STATUS = "appointment.status";
  private static final String STARTS_AT = "appointment.startsAt";
  private static final Set<AppointmentStatus> MAY_TAKE_PLACE =
      EnumSet.of(AppointmentStatus.PENDING, AppointmentStatus.CONFIRMED);
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
    return list(
        status == null ? theirs : new Criteria().andOperator(theirs, where(STATUS).is(status)),
        page);
  }

  /**
   * Those with these doctors that may still take place and have not begun. Newest request first.
   */
  public Page<Filed> upcoming(
      List<String> doctors, @Nullable AppointmentStatus status, Instant now, PageRequest page) {
    var statuses = MAY_TAKE_PLACE.stream().filter(it -> status == null || status == it).toList();
    return list(where(DOCTOR).in(doctors).and(STATUS).in(statuses).and(STARTS_AT).gt(now), page);
  }

  private Page<Filed> list(Criteria wanted, PageRequest page) {
    return NEWEST_FIRST.page(
        page,
        wanted,
        query -> {
          query.fields().include("appointment");
          return reader.readable(query, Filed.class, COLLECTION);
        });
  }
}
