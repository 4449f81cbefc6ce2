package org.carelane.appointments.appointment;

/** Why an appointment does not take place; the words of {@code contracts/}. */
public enum CancellationReason {
  PAYMENT_DECLINED,
  PAYMENT_TIMED_OUT,
  SLOT_LOST,
  CONFIRMATION_UNDELIVERABLE,
  CONFIRMATION_TIMED_OUT,
  CANCELLED_BY_PATIENT,
  CANCELLED_BY_DOCTOR,
  CANCELLED_BY_ADMIN;

  /** PATIENT, DOCTOR, ADMIN or SYSTEM. */
  public String cancelledBy() {
    return switch (this) {
      case CANCELLED_BY_PATIENT -> "PATIENT";
      case CANCELLED_BY_DOCTOR -> "DOCTOR";
      case CANCELLED_BY_ADMIN -> "ADMIN";
      case PAYMENT_DECLINED,
          PAYMENT_TIMED_OUT,
          SLOT_LOST,
          CONFIRMATION_UNDELIVERABLE,
          CONFIRMATION_TIMED_OUT ->
          "SYSTEM";
    };
  }
}
