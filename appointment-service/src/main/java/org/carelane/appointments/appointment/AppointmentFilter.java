package org.carelane.appointments.appointment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which appointments someone wants, of those they may see. What is {@code null} does not matter.
 *
 * @param statuses any of them; empty for all
 * @param from of the start, inclusive
 * @param until of the start, exclusive
 */
public record AppointmentFilter(
    Set<AppointmentStatus> statuses,
    @Nullable String doctorId,
    @Nullable String patientId,
    @Nullable Instant from,
    @Nullable Instant until) {

  Criteria of(Criteria allowed) {
    List<Criteria> all = new ArrayList<>(List.of(allowed));
    if (!statuses.isEmpty()) {
      all.add(where(Appointments.STATUS).in(statuses));
    }
    if (doctorId != null) {
      all.add(where(Appointments.DOCTOR).is(doctorId));
    }
    if (patientId != null) {
      all.add(where(Appointments.PATIENT).is(patientId));
    }
    if (from != null) {
      all.add(where(Appointments.STARTS_AT).gte(from));
    }
    if (until != null) {
      all.add(where(Appointments.STARTS_AT).lt(until));
    }
    return new Criteria().andOperator(all);
  }
}
