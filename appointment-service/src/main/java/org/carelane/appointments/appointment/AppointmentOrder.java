package org.carelane.appointments.appointment;

/** In which order appointments are listed. */
public enum AppointmentOrder {
  EARLIEST_START_FIRST,
  LATEST_START_FIRST,
  NEWEST_REQUEST_FIRST
}
