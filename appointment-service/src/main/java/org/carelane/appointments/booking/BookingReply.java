package org.carelane.appointments.booking;

import org.carelane.appointments.appointment.CancellationReason;

/** The answer to a command, which it names by id. */
public sealed interface BookingReply {

  /** The id of the command this answers. */
  String to();

  record Done(String to) implements BookingReply {}

  /**
   * It was not done and won't be.
   *
   * @param why what that means for the appointment
   */
  record Refused(String to, CancellationReason why) implements BookingReply {}

  /** Whether it was done is unknown. */
  record TimedOut(String to) implements BookingReply {}

  /** It goes on when the patient has acted. */
  record ActionRequired(String to) implements BookingReply {}
}
