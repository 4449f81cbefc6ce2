package org.carelane.appointments.schedule;

import java.time.Instant;
import java.time.LocalDate;

/** What became of a plan's slots on one day: the day has all of them now, or got none. */
public sealed interface DayOpening {

  LocalDate date();

  /**
   * @param created how many slots are new
   * @param existing how many were there before
   */
  record Opened(LocalDate date, int created, int existing) implements DayOpening {}

  /** The slot that begins then would overlap one of another time. */
  record Overlapping(LocalDate date, Instant start) implements DayOpening {}

  /** The day is being changed elsewhere, again and again. */
  record Busy(LocalDate date) implements DayOpening {}
}
