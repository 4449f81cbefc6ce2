package org.carelane.appointments.appointment;

import java.time.Instant;

/** A step of the booking saga and its outcome. */
public record StepTaken(String step, Outcome outcome, Instant at) {

  public enum Outcome {
    DONE,
    /** The patient must act first, e.g. approve the payment. */
    ACTION_REQUIRED,
    REFUSED,
    TIMED_OUT,
    /** Someone cancelled while it was under way. */
    INTERRUPTED,
    UNDONE
  }
}
