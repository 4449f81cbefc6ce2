package org.carelane.appointments.booking;

import org.carelane.appointments.appointment.CancellationReason;
import org.springframework.data.annotation.TypeAlias;

/** How far a saga has come. */
public sealed interface BookingState {

  /** The step's action is under way. */
  @TypeAlias("running")
  record Running(BookingStep at) implements BookingState {}

  /**
   * The step's compensation is under way.
   *
   * @param attempts how often it was asked for, 1 or more
   */
  @TypeAlias("undoing")
  record Undoing(BookingStep at, CancellationReason why, int attempts) implements BookingState {}

  @TypeAlias("succeeded")
  record Succeeded() implements BookingState {}

  @TypeAlias("rolled-back")
  record RolledBack(CancellationReason why) implements BookingState {}
}
