package org.carelane.appointments.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotPlanTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void wallClockTimesFollowDaylightSaving() {
    assertThat(nineOClock(LocalDate.of(2027, 3, 27))).isEqualTo("2027-03-27T08:00:00Z");
    assertThat(nineOClock(LocalDate.of(2027, 3, 28))).isEqualTo("2027-03-28T07:00:00Z");
  }

  @Test
  void timesTheClockSkipsAreLeftOut() {
    assertThat(night(LocalDate.of(2027, 3, 28)).keySet())
        .containsExactly("0100", "0130", "0300", "0330");
  }

  /** 01:40 lasts until 03:20, in spite of its 40 minutes. */
  @Test
  void aSlotThatReachesOverTheSkippedHourIsNotOverlapped() {
    var date = LocalDate.of(2027, 3, 28);
    var plan =
        new SlotPlan(
            date,
            date,
            LocalTime.parse("01:00"),
            LocalTime.parse("05:00"),
            Duration.ofMinutes(40),
            false);
    assertThat(plan.slotsOn(date, "d", BERLIN, Instant.EPOCH).keySet())
        .containsExactly("0100", "0140", "0340", "0420");
  }

  /** From 01:30 to 03:30 is one hour in this night. */
  @Test
  void aSlotThatWouldEndAfterTheHoursIsLeftOut() {
    var date = LocalDate.of(2027, 3, 28);
    assertThat(slots(date, "01:30", "03:30", 120, BERLIN)).isEmpty();
    assertThat(slots(date, "01:30", "03:30", 60, BERLIN)).containsOnlyKeys("0130");
    assertThat(slots(date, "01:30", "02:30", 60, BERLIN)).as("end is skipped").isEmpty();
    assertThat(slots(date, "01:30", "02:30", 30, BERLIN)).containsOnlyKeys("0130");
    assertThat(slots(date.plusDays(1), "01:30", "03:30", 120, BERLIN)).containsOnlyKeys("0130");
  }

  /** The hour before midnight is skipped: the date ends at 23:00. */
  @Test
  void daysMeetAtAMidnightThatIsSkipped() {
    var nuuk = ZoneId.of("America/Nuuk");
    var date = LocalDate.of(2027, 3, 27);
    assertThat(slots(date, "22:00", "00:00", 120, nuuk)).isEmpty();
    assertThat(slots(date, "20:00", "00:00", 60, nuuk).keySet())
        .containsExactly("2000", "2100", "2200");
    var last = slots(date, "20:00", "00:00", 60, nuuk).get("2200");
    var first = slots(date.plusDays(1), "00:00", "02:00", 60, nuuk).get("0000");
    assertThat(last.end()).isEqualTo(first.start());
  }

  @Test
  void aDateThatIsSkippedHasNoSlotsAndTheOneBeforeEndsBeforeTheOneAfter() {
    var apia = ZoneId.of("Pacific/Apia");
    var date = LocalDate.of(2011, 12, 30);
    assertThat(slots(date, "00:00", "00:00", 60, apia)).isEmpty();
    var last = slots(date.minusDays(1), "00:00", "00:00", 60, apia).get("2300");
    var first = slots(date.plusDays(1), "00:00", "00:00", 60, apia).get("0000");
    assertThat(last.end()).isEqualTo(first.start());
  }

  @Test
  void timesTheClockShowsTwiceAreMeantTheFirstTime() {
    var slots = night(LocalDate.of(2027, 10, 31));
    assertThat(slots.keySet()).containsExactly("0100", "0130", "0200", "0230", "0300", "0330");
    assertThat(slots.get("0230").start()).isEqualTo("2027-10-31T00:30:00Z");
    assertThat(slots.get("0300").start()).isEqualTo("2027-10-31T02:00:00Z");
  }

  @Test
  void midnightIsTheEndOfTheDay() {
    var plan = plan(LocalDate.of(2027, 6, 1), "23:00", "00:00");
    assertThat(plan.slotsOn(plan.from(), "d", BERLIN, Instant.EPOCH).keySet())
        .containsExactly("2300", "2330");
  }

  @Test
  void slotIdsSurviveTheirText() {
    var id = new SlotId("a_b", LocalDate.of(2027, 3, 15), LocalTime.of(9, 5));
    assertThat(id).hasToString("a_b_2027-03-15_0905");
    assertThat(SlotId.parse(id.toString())).contains(id);
    assertThat(SlotId.parse("a_2027-02-30_0905")).isEmpty();
    assertThat(SlotId.parse("a_2027-02-03_2405")).isEmpty();
    assertThat(SlotId.parse("$where")).isEmpty();
  }

  private static Instant nineOClock(LocalDate date) {
    var plan = plan(date, "09:00", "09:30");
    return plan.slotsOn(date, "d", BERLIN, Instant.EPOCH).get("0900").start();
  }

  private static Map<String, Slot> night(LocalDate date) {
    return slots(date, "01:00", "04:00", 30, BERLIN);
  }

  private static Map<String, Slot> slots(
      LocalDate date, String start, String end, int minutes, ZoneId zone) {
    var duration = Duration.ofMinutes(minutes);
    return new SlotPlan(date, date, LocalTime.parse(start), LocalTime.parse(end), duration, false)
        .slotsOn(date, "d", zone, Instant.EPOCH);
  }

  private static SlotPlan plan(LocalDate date, String start, String end) {
    return new SlotPlan(
        date, date, LocalTime.parse(start), LocalTime.parse(end), Duration.ofMinutes(30), false);
  }
}
