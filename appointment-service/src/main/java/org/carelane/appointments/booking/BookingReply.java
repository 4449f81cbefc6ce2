package org.carelane.appointments.booking;

import org.carelane.appointments.appointment.CancellationReason;

/** The reply to a command. */
public sealed interface BookingReply {

  /** The id of the command this answers. */
  String to();

  record Done(String to) implements BookingReply {}

  /**
   * The command was not carried out and will not be.
   *
   * @param why why the appointment is cancelled then
   */
  record Refused(String to, CancellationReason why) implements BookingReply {}

  /** No reply in time: the command may have been carried out. */
  record TimedOut(String to) implements BookingReply {}

  /** The patient must act first, e.g. approve the payment. */
  record ActionRequired(String to) implements BookingReply {}
}
