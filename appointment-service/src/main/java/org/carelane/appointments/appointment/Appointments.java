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
  static final String STATUS = "appointment.status";
  static final String STARTS_AT = "appointment.startsAt";
  private static final Set<AppointmentStatus> MAY_TAKE_PLACE =
      EnumSet.of(AppointmentStatus.PENDING, AppointmentStatus.CONFIRMED);
  private static final TimeOrder<Filed> NEWEST_REQUEST_FIRST =
      TimeOrder.newestFirst(REQUESTED_AT, it -> it.appointment().requestedAt(), Filed::id);
  private static final TimeOrder<Filed> EARLIEST_START_FIRST =
      TimeOrder.oldestFirst(STARTS_AT, Appointments::start, Filed::id).named("startsAt");
  private static final TimeOrder<Filed> LATEST_START_FIRST =
      TimeOrder.newestFirst(STARTS_AT, Appointments::start, Filed::id).named("-startsAt");

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

  public Page<Filed> list(
      Viewer viewer, AppointmentFilter filter, AppointmentOrder order, PageRequest page) {
    return list(filter.of(viewer.restriction()), order, page);
  }

  /** Those with these doctors that may still take place and have not begun. */
  public Page<Filed> upcoming(
      List<String> doctors,
      AppointmentFilter filter,
      Instant now,
      AppointmentOrder order,
      PageRequest page) {
    var theirs = where(DOCTOR).in(doctors).and(STATUS).in(MAY_TAKE_PLACE).and(STARTS_AT).gt(now);
    return list(filter.of(theirs), order, page);
  }

  private static Instant start(Filed it) {
    return it.appointment().startsAt();
  }

  private static TimeOrder<Filed> inOrder(AppointmentOrder order) {
    return switch (order) {
      case EARLIEST_START_FIRST -> EARLIEST_START_FIRST;
      case LATEST_START_FIRST -> LATEST_START_FIRST;
      case NEWEST_REQUEST_FIRST -> NEWEST_REQUEST_FIRST;
    };
  }

  private Page<Filed> list(Criteria wanted, AppointmentOrder order, PageRequest page) {
    return inOrder(order)
        .page(
            page,
            wanted,
            query -> {
              query.fields().include("appointment");
              return reader.readable(query, Filed.class, COLLECTION);
            });
  }
}
