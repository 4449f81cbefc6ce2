package org.carelane.appointments.appointment;

/** An appointment's status as patient, doctor and admin see it. */
public enum AppointmentStatus {
  /** Requested; payment or confirmation is not finished. */
  PENDING,
  CONFIRMED,
  /** It will not take place; the steps taken are being undone. */
  CANCELLING,
  /** It will not take place; everything is undone. */
  CANCELLED
}
