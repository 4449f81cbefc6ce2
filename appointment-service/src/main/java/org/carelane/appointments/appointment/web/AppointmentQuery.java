package org.carelane.appointments.appointment.web;

import java.time.LocalDate;
import java.util.Set;
import org.carelane.appointments.Problems;
import org.carelane.appointments.appointment.AppointmentFilter;
import org.carelane.appointments.appointment.AppointmentOrder;
import org.carelane.appointments.appointment.AppointmentStatus;
import org.carelane.rest.Days;
import org.jspecify.annotations.Nullable;

/**
 * Which appointments a request asks for.
 *
 * @param from date of the start, inclusive
 * @param to date of the start, inclusive
 * @param zone in which these dates are meant; UTC when it is {@code null}
 */
record AppointmentQuery(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String zone,
    @Nullable String doctorId,
    @Nullable String patientId,
    Set<AppointmentStatus> statuses,
    @Nullable String sort) {

  AppointmentFilter filter() {
    var days = Days.of(from, to, zone);
    return new AppointmentFilter(statuses, doctorId, patientId, days.from(), days.until());
  }

  AppointmentOrder order() {
    return switch (sort) {
      case null ->
          from == null && to == null
              ? AppointmentOrder.NEWEST_REQUEST_FIRST
              : AppointmentOrder.EARLIEST_START_FIRST;
      case "startsAt" -> AppointmentOrder.EARLIEST_START_FIRST;
      case "-startsAt" -> AppointmentOrder.LATEST_START_FIRST;
      case "-requestedAt" -> AppointmentOrder.NEWEST_REQUEST_FIRST;
      default -> throw Problems.invalid("sort is startsAt, -startsAt or -requestedAt.");
    };
  }
}
