package org.carelane.appointments.booking;

/** What became of a new saga. Only of one that is begun anything is stored. */
public enum BookingStart {
  BEGUN,
  /** Another has the slot, or the same booking was begun before. */
  SLOT_TAKEN,
  /** The patient has another appointment at that time. */
  OVERLAPS,
  /** The patient holds too many slots that are not paid for. */
  TOO_MANY_HOLDS
}
