package org.carelane.payments;

import org.carelane.payments.payment.Decision.Refusal;
import org.carelane.rest.ProblemException;
import org.springframework.http.HttpStatus;

/** This service's problems. */
public final class Problems {

  private Problems() {}

  /** The payment does not exist, or is not the caller's. */
  public static ProblemException notFound() {
    return ProblemException.notFound();
  }

  public static ProblemException of(Refusal refusal) {
    return switch (refusal) {
      case NOTHING_TO_CONFIRM ->
          conflict("nothing-to-confirm", "This payment does not wait for a confirmation.");
      case CONFIRMATION_EXPIRED ->
          conflict("confirmation-expired", "The time to confirm this payment is over.");
    };
  }

  private static ProblemException conflict(String type, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, type, detail);
  }
}
