package org.carelane.appointments.appointment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.carelane.appointments.Problems;
import org.carelane.appointments.Zones;
import org.carelane.appointments.appointment.AppointmentFilter;
import org.carelane.appointments.appointment.AppointmentOrder;
import org.carelane.appointments.appointment.AppointmentStatus;
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
    if (from != null && to != null && to.isBefore(from)) {
      throw Problems.invalid("to is not before from.");
    }
    var region = region();
    return new AppointmentFilter(
        statuses,
        doctorId,
        patientId,
        from == null ? null : startOf(from, region),
        to == null ? null : startOf(to.plusDays(1), region));
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

  private ZoneId region() {
    return zone == null
        ? ZoneOffset.UTC
        : Zones.region(zone)
            .orElseThrow(
                () ->
                    Problems.invalid("zone is a region of the time-zone database: Europe/Berlin."));
  }

  private static Instant startOf(LocalDate date, ZoneId zone) {
    if (date.getYear() < 1970 || date.getYear() > 9998) {
      throw Problems.invalid("Dates are from 1970 to 9998.");
    }
    return date.atStartOfDay(zone).toInstant();
  }
}
