package org.carelane.chat;

import org.carelane.rest.ProblemException;
import org.springframework.http.HttpStatus;

/** This service's problems, over HTTP and STOMP. */
public final class Problems {

  private Problems() {}

  /** The conversation or message does not exist, or is not the caller's. */
  public static ProblemException notFound() {
    return ProblemException.notFound();
  }

  public static ProblemException conversationBusy() {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "conversation-busy",
        "Too many messages were sent to this conversation at once. Try again.");
  }

  public static ProblemException unauthenticated() {
    return new ProblemException(
        HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid access token is needed.");
  }

  public static ProblemException unavailable() {
    return ProblemException.serviceUnavailable("Try again in a moment.", 2);
  }

  public static ProblemException tooManyRequests() {
    return new ProblemException(
        HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Slow down, then connect again.");
  }

  public static ProblemException noHandshake() {
    return ProblemException.invalidRequest("Only a WebSocket can be opened here.");
  }

  public static ProblemException foreignOrigin() {
    return new ProblemException(
        HttpStatus.FORBIDDEN, "foreign-origin", "Pages of this origin may not open a WebSocket.");
  }

  public static ProblemException unknownProtocol() {
    return ProblemException.invalidRequest("The only protocol here is STOMP: v12.stomp.");
  }

  public static ProblemException malformedJson() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "malformed-json",
        "The body is not the JSON this destination expects.");
  }

  public static ProblemException malformedFrame() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "malformed-frame", "This is not a STOMP 1.2 frame.");
  }

  public static ProblemException unsupportedVersion() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "unsupported-version",
        "CONNECT has an accept-version that names 1.2 or 1.1.");
  }

  public static ProblemException internalError() {
    return new ProblemException(
        HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side.");
  }
}
