package org.carelane.appointments.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period that one appointment can take.
 *
 * @param claim of the appointment that has it, if any
 */
public record Slot(Instant start, Instant end, @Nullable Claim claim) {

  /**
   * @param until when a hold lapses; {@code null} once the slot is booked
   */
  public record Claim(String appointmentId, @Nullable Instant until) {

    boolean lapsed(Instant now) {
      return until != null && until.isBefore(now);
    }
  }

  static Slot free(Instant start, Instant end) {
    return new Slot(start, end, null);
  }

  public boolean isFree(Instant now) {
    return claim == null || claim.lapsed(now);
  }

  public boolean hasBegun(Instant now) {
    return !start.isAfter(now);
  }

  boolean sameTime(Slot other) {
    return start.equals(other.start) && end.equals(other.end);
  }

  boolean overlaps(Slot other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
