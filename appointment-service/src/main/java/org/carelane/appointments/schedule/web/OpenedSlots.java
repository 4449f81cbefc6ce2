package org.carelane.appointments.schedule.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carelane.appointments.Problems;
import org.carelane.appointments.schedule.DayOpening;
import org.carelane.appointments.schedule.DayOpening.Busy;
import org.carelane.appointments.schedule.DayOpening.Opened;
import org.carelane.appointments.schedule.DayOpening.Overlapping;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a request to create slots did.
 *
 * @param created how many slots are new
 * @param existing how many were there before
 * @param refused days that got none of their slots; every other day has all of them
 */
@Schema(
    example =
        """
        {"created": 24, "existing": 0,
         "refused": [
           {"date": "2027-03-16", "problem": "slots-overlap", "startsAt": "2027-03-16T08:15:00Z"}]}\
        """)
record OpenedSlots(int created, int existing, List<RefusedDay> refused) {

  /**
   * @param problem slots-overlap, or schedule-busy: the same request may succeed
   * @param startsAt of the first slot that would overlap one that exists; null with schedule-busy
   */
  @Schema(
      example =
          """
          {"date": "2027-03-16", "problem": "slots-overlap", "startsAt": "2027-03-16T08:15:00Z"}\
          """)
  record RefusedDay(LocalDate date, String problem, @Nullable Instant startsAt) {

    ProblemException asProblem() {
      return startsAt == null
          ? Problems.scheduleBusy()
          : Problems.slotsOverlap(startsAt.toString());
    }
  }

  /**
   * @throws ProblemException when every day is refused
   */
  static OpenedSlots of(List<DayOpening> days) {
    int created = 0;
    int existing = 0;
    List<RefusedDay> refused = new ArrayList<>();
    for (var day : days) {
      switch (day) {
        case Opened opened -> {
          created += opened.created();
          existing += opened.existing();
        }
        case Overlapping(var date, var start) ->
            refused.add(new RefusedDay(date, Problems.SLOTS_OVERLAP, start));
        case Busy(var date) -> refused.add(new RefusedDay(date, Problems.SCHEDULE_BUSY, null));
      }
    }
    if (!days.isEmpty() && refused.size() == days.size()) {
      throw refused.getFirst().asProblem();
    }
    return new OpenedSlots(created, existing, refused);
  }
}
