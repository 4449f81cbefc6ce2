package org.carelane.auth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carelane.rest.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** This service's problems. */
public final class Problems {

  private Problems() {}

  /** One answer for an unknown e-mail, a wrong password and a disabled account. */
  public static ProblemException invalidCredentials() {
    return new ProblemException(
        HttpStatus.UNAUTHORIZED, "invalid-credentials", "E-mail or password is wrong.");
  }

  /** One answer for an unknown, used, expired or revoked token and a disabled account. */
  public static ProblemException invalidRefreshToken() {
    return new ProblemException(HttpStatus.UNAUTHORIZED, "invalid-refresh-token", "Sign in again.");
  }

  /** The caller is signed in: this is about what he typed. */
  public static ProblemException wrongPassword() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT, "wrong-password", "The current password is another.");
  }

  /** One answer for a token that is unknown, used or expired. */
  public static ProblemException tokenInvalid() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT, "token-invalid", "Ask for another mail.");
  }

  /** The browser does not say that the request comes from a page of ours. */
  public static ProblemException crossSiteRequest() {
    return new ProblemException(
        HttpStatus.FORBIDDEN, "cross-site-request", "Only pages of this site may do that.");
  }

  public static ProblemException unauthenticated() {
    return new ProblemException(
        HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid access token is needed.");
  }

  public static ProblemException tooManyAttempts(Duration delay) {
    var problem =
        new ProblemException(
            HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Wait, then try again.");
    long seconds = Math.max(1, delay.plusMillis(999).toSeconds());
    problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return problem;
  }

  public static ProblemException emailTaken() {
    return new ProblemException(
        HttpStatus.CONFLICT, "email-taken", "There is an account with this e-mail address.");
  }

  public static ProblemException ownAccount() {
    return new ProblemException(
        HttpStatus.CONFLICT, "own-account", "Another administrator has to do that to you.");
  }

  public static ProblemException accountNotFound() {
    return ProblemException.notFound();
  }

  public static ProblemException sessionNotFound() {
    return ProblemException.notFound();
  }

  public static ProblemException idempotencyKeyReused() {
    return ProblemException.idempotencyKeyReused();
  }

  public static ProblemException invalid(String field, String message) {
    return ProblemException.invalidRequest("Some values are missing or not allowed.")
        .with("errors", List.of(Map.of("field", field, "message", message)));
  }
}
