package org.carelane.appointments.schedule.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.carelane.appointments.Problems;
import org.carelane.appointments.schedule.DayClearing;
import org.carelane.rest.ProblemException;

/**
 * What a request to delete slots did.
 *
 * @param deleted how many are gone by this request
 * @param kept how many are still there: they are held or booked, or their day is listed as refused
 * @param refused days of which no slot was deleted, though some may be free
 */
@Schema(
    example =
        """
        {"deleted": 28, "kept": 2, "refused": [{"date": "2027-03-16", "problem": "schedule-busy"}]}\
        """)
record DeletedSlots(int deleted, int kept, List<BusyDay> refused) {

  /**
   * @param problem schedule-busy: the same request may succeed
   */
  @Schema(
      example =
          """
          {"date": "2027-03-16", "problem": "schedule-busy"}\
          """)
  record BusyDay(LocalDate date, String problem) {}

  /**
   * @throws ProblemException when every day is refused
   */
  static DeletedSlots of(List<DayClearing> days) {
    var refused =
        days.stream()
            .filter(DayClearing::busy)
            .map(it -> new BusyDay(it.date(), Problems.SCHEDULE_BUSY))
            .toList();
    if (!days.isEmpty() && refused.size() == days.size()) {
      throw Problems.scheduleBusy();
    }
    return new DeletedSlots(
        days.stream().mapToInt(DayClearing::deleted).sum(),
        days.stream().mapToInt(DayClearing::kept).sum(),
        refused);
  }
}
