package org.carelane.deadletters;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.carelane.rest.ProblemException;

/**
 * Where a dead letter stands among those of all topics: by the time, then by what names it. As text
 * it is the key of a cursor.
 *
 * @param parkedAt milliseconds since 1970
 */
record ParkingPlace(long parkedAt, String topic, long offset) implements Comparable<ParkingPlace> {

  /** Behind all others. */
  static final ParkingPlace LAST = new ParkingPlace(Long.MAX_VALUE, "", 0);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) ([\\w.-]{1,250}) (\\d{1,18})");
  private static final Comparator<ParkingPlace> ORDER =
      Comparator.comparingLong(ParkingPlace::parkedAt)
          .thenComparing(ParkingPlace::topic)
          .thenComparingLong(ParkingPlace::offset);

  static ParkingPlace of(DeadLetter letter) {
    return new ParkingPlace(letter.parkedAt().toEpochMilli(), letter.topic(), letter.offset());
  }

  /**
   * @throws ProblemException when it is no such text
   */
  static ParkingPlace of(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw ProblemException.invalidRequest("The cursor is not one this service handed out.");
    }
    return new ParkingPlace(
        Long.parseLong(parts.group(1)), parts.group(2), Long.parseLong(parts.group(3)));
  }

  @Override
  public int compareTo(ParkingPlace other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return parkedAt + " " + topic + " " + offset;
  }
}
