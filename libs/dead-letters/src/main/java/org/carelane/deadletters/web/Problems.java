package org.carelane.deadletters.web;

import org.carelane.deadletters.DeadLetter;
import org.carelane.rest.ProblemException;
import org.springframework.http.HttpStatus;

/** What is refused about dead letters. */
final class Problems {

  private static final int RETRY_AFTER_SECONDS = 5;

  private Problems() {}

  /** No such topic, no such offset, or another service's. */
  static ProblemException notFound() {
    return ProblemException.notFound();
  }

  static ProblemException settledOtherwise(DeadLetter letter) {
    var settlement = letter.settlement();
    var problem =
        new ProblemException(
            HttpStatus.CONFLICT, "dead-letter-settled", "This dead letter is settled already.");
    return settlement == null ? problem : problem.with("state", settlement.outcome());
  }

  static ProblemException invalid(String detail) {
    return ProblemException.invalidRequest(detail);
  }

  static ProblemException brokerAway() {
    return ProblemException.serviceUnavailable(
        "Kafka does not answer. What you asked for may have been done; look again in a moment.",
        RETRY_AFTER_SECONDS);
  }
}
