package org.carelane.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal a caller can act on, answered as {@code application/problem+json} with the stable type
 * {@code urn:carelane:problem:<type>}. The detail is shown to the caller: no internals, no health
 * data.
 */
public class ProblemException extends ErrorResponseException {

  private static final String URN = "urn:carelane:problem:";

  public ProblemException(HttpStatus status, String type, String detail) {
    super(status, problem(status, type, detail), null);
  }

  /** Adds an extension member to the problem. */
  public ProblemException with(String property, Object value) {
    getBody().setProperty(property, value);
    return this;
  }

  /** The only 404: someone else's object is answered like a missing one. */
  public static ProblemException notFound() {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
  }

  public static ProblemException invalidRequest(String detail) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", detail);
  }

  /**
   * @param field a member of the body or a parameter, e.g. {@code doctor.name}
   * @param message completes the field to a sentence, e.g. {@code must not be blank}
   */
  public static ProblemException invalidField(String field, String message) {
    return invalidRequest("Some values are missing or not allowed.")
        .with("errors", List.of(Map.of("field", field, "message", message)));
  }

  public static ProblemException forbidden() {
    return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Your account may not do this.");
  }

  /** Of {@code If-Match}. */
  public static ProblemException preconditionFailed() {
    return new ProblemException(
        HttpStatus.PRECONDITION_FAILED,
        "precondition-failed",
        "It has changed since you saw it. Nothing was changed now; look at it again.");
  }

  public static ProblemException idempotencyKeyRequired() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "idempotency-key-required",
        "Send an Idempotency-Key, so that this request can be sent again without harm.");
  }

  public static ProblemException idempotencyKeyReused() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "idempotency-key-reused",
        "This Idempotency-Key was used before with another request.");
  }

  /** A 503 with {@code Retry-After} in seconds. */
  public static ProblemException serviceUnavailable(String detail, int retryAfterSeconds) {
    var problem =
        new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", detail);
    problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
    return problem;
  }

  static ProblemDetail problem(HttpStatus status, String type, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(URN + type));
    problem.setTitle(titleOf(type));
    return problem;
  }

  private static String titleOf(String type) {
    return Character.toUpperCase(type.charAt(0)) + type.substring(1).replace('-', ' ');
  }
}
