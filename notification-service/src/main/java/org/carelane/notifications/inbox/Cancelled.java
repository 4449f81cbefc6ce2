package org.carelane.notifications.inbox;

import java.time.Instant;

/**
 * An appointment does not take place. Final.
 *
 * @param by who cancelled it
 */
public record Cancelled(
    String appointmentId,
    String patientId,
    String doctorId,
    String doctorName,
    Instant startsAt,
    By by,
    Instant at) {

  public enum By {
    PATIENT,
    DOCTOR,
    ADMIN,
    /** The booking could not be completed. */
    SYSTEM
  }
}
