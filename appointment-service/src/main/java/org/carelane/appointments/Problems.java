package org.carelane.appointments;

import java.util.List;
import java.util.Map;
import org.carelane.rest.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** This service's problems. */
public final class Problems {

  public static final String SLOTS_OVERLAP = "slots-overlap";
  public static final String SCHEDULE_BUSY = "schedule-busy";

  private Problems() {}

  /** Missing, or someone else's. */
  public static ProblemException notFound() {
    return ProblemException.notFound();
  }

  public static ProblemException forbidden() {
    return ProblemException.forbidden();
  }

  public static ProblemException invalid(String detail) {
    return ProblemException.invalidRequest(detail);
  }

  public static ProblemException doctorExists() {
    return conflict("doctor-exists", "This account has a doctor's profile already.");
  }

  public static ProblemException doctorHasAccount() {
    return conflict("doctor-has-account", "This doctor's profile has another account already.");
  }

  /** An account is known here a moment after it was created. */
  public static ProblemException notADoctorsAccount() {
    var problem =
        new ProblemException(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "not-a-doctors-account",
            "accountId is not known as an account with the role DOCTOR. If it was created just"
                + " now, try again in a moment.");
    problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
    return problem;
  }

  public static ProblemException doctorNotBookable() {
    return conflict("doctor-not-bookable", "This doctor takes no bookings at present.");
  }

  public static ProblemException slotTaken() {
    return conflict("slot-taken", "Someone else has this slot. Choose another.");
  }

  /** The new fee is in the problem. */
  public static ProblemException feeChanged(Money fee) {
    return conflict("fee-changed", "The fee is another one now. Nothing was booked.")
        .with("fee", Fee.of(fee));
  }

  public static ProblemException appointmentsOverlap() {
    return conflict(
        "appointments-overlap", "You have another appointment at that time. Nothing was booked.");
  }

  public static ProblemException tooManyHolds() {
    return conflict(
        "too-many-holds",
        "You hold several slots that are not paid for yet. Pay for one or cancel it first.");
  }

  public static ProblemException unknownPaymentMethod() {
    return invalid("paymentMethod is not one that can be paid with.")
        .with(
            "errors",
            List.of(Map.of("field", "paymentMethod", "message", "is not a known method")));
  }

  public static ProblemException slotInPast() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT, "slot-in-past", "This slot has begun already.");
  }

  public static ProblemException slotsOverlap(String first) {
    return conflict(SLOTS_OVERLAP, "A slot at " + first + " would overlap one that exists.");
  }

  public static ProblemException scheduleBusy() {
    return conflict(SCHEDULE_BUSY, "This schedule is being changed elsewhere. Try again.");
  }

  public static ProblemException appointmentStarted() {
    return conflict("appointment-started", "An appointment that has begun can't be cancelled.");
  }

  public static ProblemException idempotencyKeyReused() {
    return ProblemException.idempotencyKeyReused();
  }

  public static ProblemException busy() {
    return ProblemException.serviceUnavailable(
        "Too many bookings are under way. Nothing was done; try again in a moment.", 2);
  }

  private static ProblemException conflict(String type, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, type, detail);
  }
}
