package org.carelane.appointments.appointment;

/** How doctor and patient meet. */
public enum Mode {
  IN_PERSON,
  VIDEO
}
