package org.carelane.appointments.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a doctor's day and the wall-clock start in it: {@code <doctor>_2027-03-15_0900}.
 *
 * @param date in the doctor's zone
 * @param start in the doctor's zone, whole minutes
 */
public record SlotId(String doctorId, LocalDate date, LocalTime start) {

  private static final Pattern SYNTAX =
      Pattern.compile("(.{1,100})_(\\d{4}-\\d{2}-\\d{2})_(\\d{4})");
  private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HHmm");

  /**
   * Empty unless the text is what an id looks like when it is printed: 24:00 is read as a time,
   * too, but no id has it.
   */
  public static Optional<SlotId> parse(String text) {
    var parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var id =
          new SlotId(
              parts.group(1),
              LocalDate.parse(parts.group(2)),
              LocalTime.parse(parts.group(3), HOUR_MINUTE));
      return Optional.of(id).filter(it -> it.toString().equals(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * @param key of a slot in the day's document
   */
  static SlotId of(String doctorId, LocalDate date, String key) {
    return new SlotId(doctorId, date, LocalTime.parse(key, HOUR_MINUTE));
  }

  /** The {@code _id} of the day's document. */
  String day() {
    return Day.idOf(doctorId, date);
  }

  /** The slot's place in the day's document. */
  String key() {
    return HOUR_MINUTE.format(start);
  }

  @Override
  public String toString() {
    return day() + "_" + key();
  }
}
