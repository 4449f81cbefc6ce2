package org.carelane.appointments.appointment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A step of the booking and its outcome.
 *
 * @param step HOLD_SLOT, TAKE_PAYMENT, BOOK_SLOT or CONFIRM
 * @param outcome ACTION_REQUIRED: the patient must act first, for example approve the payment;
 *     INTERRUPTED: someone cancelled while it was under way; UNDONE: it was done, and is taken back
 */
@Schema(
    example =
        """
        {"step": "TAKE_PAYMENT", "outcome": "DONE", "at": "2027-03-01T10:15:52.067Z"}\
        """)
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
