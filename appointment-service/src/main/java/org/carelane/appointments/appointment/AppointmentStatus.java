package org.carelane.appointments.appointment;

/** Where an appointment stands for its people. */
public enum AppointmentStatus {
  /** Requested; paying or confirming goes on. */
  PENDING,
  CONFIRMED,
  /** It won't take place; what was done is being undone. */
  CANCELLING,
  /** It won't take place and nothing is owed. */
  CANCELLED
}
