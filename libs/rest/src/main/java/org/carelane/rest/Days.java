package org.carelane.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The days that a list is asked for.
 *
 * @param from inclusive; {@code null} for no beginning
 * @param until exclusive; {@code null} for no end
 */
public record Days(@Nullable Instant from, @Nullable Instant until) {

  /**
   * @param from the first day
   * @param to the last day
   * @param zone in which these dates are meant; UTC when it is {@code null}
   * @throws ProblemException when there are no such days
   */
  public static Days of(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String zone) {
    if (from != null && to != null && to.isBefore(from)) {
      throw ProblemException.invalidRequest("to is not before from.");
    }
    var region = zone == null ? ZoneOffset.UTC : region(zone);
    return new Days(
        from == null ? null : startOf(from, region),
        to == null ? null : startOf(to.plusDays(1), region));
  }

  public boolean include(Instant instant) {
    return (from == null || !instant.isBefore(from)) && (until == null || instant.isBefore(until));
  }

  private static ZoneId region(String zone) {
    return Zones.region(zone)
        .orElseThrow(
            () ->
                ProblemException.invalidRequest(
                    "zone is a region of the time-zone database: Europe/Berlin."));
  }

  private static Instant startOf(LocalDate date, ZoneId zone) {
    if (date.getYear() < 1970 || date.getYear() > 9998) {
      throw ProblemException.invalidRequest("Dates are from 1970 to 9998.");
    }
    return date.atStartOfDay(zone).toInstant();
  }
}
