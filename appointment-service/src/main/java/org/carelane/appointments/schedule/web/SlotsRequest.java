package org.carelane.appointments.schedule.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.carelane.appointments.Problems;
import org.carelane.appointments.schedule.SlotPlan;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times are in the doctor's time zone.
 *
 * @param dateFrom today or later
 * @param dateTo inclusive
 * @param startTime in whole minutes
 * @param endTime when the last slot must have ended; 00:00 is the end of the day
 * @param excludeWeekends whether Saturdays and Sundays get none; false when it is null
 */
@Schema(
    example =
        """
        {"dateFrom": "2027-03-15", "dateTo": "2027-03-19", "startTime": "09:00",
         "endTime": "12:00", "durationMinutes": 30, "excludeWeekends": true}\
        """)
record SlotsRequest(
    @NotNull LocalDate dateFrom,
    @NotNull LocalDate dateTo,
    @NotNull LocalTime startTime,
    @NotNull LocalTime endTime,
    @NotNull @Min(5) @Max(480) Integer durationMinutes,
    @Nullable Boolean excludeWeekends) {

  private static final int MAX_DAYS = 366;

  SlotPlan plan(LocalDate today) {
    if (dateFrom.isBefore(today)) {
      throw Problems.invalid("dateFrom is in the past.");
    }
    if (dateFrom.isAfter(today.plusYears(2))) {
      throw Problems.invalid("dateFrom is at most two years ahead.");
    }
    if (dateTo.isBefore(dateFrom) || dateTo.isAfter(dateFrom.plusDays(MAX_DAYS - 1))) {
      throw Problems.invalid("dateTo is from dateFrom to " + (MAX_DAYS - 1) + " days later.");
    }
    requireWholeMinutes(startTime, "startTime");
    requireWholeMinutes(endTime, "endTime");
    if (!endTime.equals(LocalTime.MIDNIGHT) && !endTime.isAfter(startTime)) {
      throw Problems.invalid("endTime is after startTime.");
    }
    var plan =
        new SlotPlan(
            dateFrom,
            dateTo,
            startTime,
            endTime,
            Duration.ofMinutes(durationMinutes),
            Boolean.TRUE.equals(excludeWeekends));
    if (plan.slotsPerDay() == 0) {
      throw Problems.invalid("There is no room for a slot between startTime and endTime.");
    }
    if (plan.slotsPerDay() * plan.dates().count() > SlotPlan.MAX_SLOTS) {
      throw Problems.invalid("At most " + SlotPlan.MAX_SLOTS + " slots can be created at once.");
    }
    return plan;
  }

  private static void requireWholeMinutes(LocalTime time, String field) {
    if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      throw Problems.invalid(field + " has whole minutes.");
    }
  }
}
