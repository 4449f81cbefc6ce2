package org.carelane.notifications.letter;

/** Why an appointment does not take place. */
public enum CancellationReason {
  PAYMENT_DECLINED,
  PAYMENT_TIMED_OUT,
  SLOT_LOST,
  CONFIRMATION_UNDELIVERABLE,
  CONFIRMATION_TIMED_OUT,
  CANCELLED_BY_PATIENT,
  CANCELLED_BY_DOCTOR,
  CANCELLED_BY_ADMIN
}
