package org.carelane.gateway;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The gateway's own problems, with stable types. */
public final class Problems {

  private static final String URN = "urn:carelane:problem:";

  private Problems() {}

  public static ErrorResponseException notFound() {
    return problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
  }

  public static ErrorResponseException invalidRequest(HttpStatus status) {
    return problem(status, "invalid-request", "The request is not one this path understands.");
  }

  /** Of an error that says no more than its status. */
  public static ErrorResponseException of(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> notFound();
      case FORBIDDEN -> crossOrigin();
      case METHOD_NOT_ALLOWED -> methodNotAllowed();
      case CONTENT_TOO_LARGE -> contentTooLarge();
      case URI_TOO_LONG -> problem(status, "uri-too-long", "The address is too long.");
      case REQUEST_HEADER_FIELDS_TOO_LARGE ->
          problem(status, "request-headers-too-large", "The headers are too large.");
      case EXPECTATION_FAILED ->
          problem(status, "expectation-failed", "Only 100-continue can be expected here.");
      case HTTP_VERSION_NOT_SUPPORTED ->
          problem(status, "http-version-not-supported", "HTTP/1.1 is spoken here.");
      default -> status.is4xxClientError() ? invalidRequest(status) : internalError();
    };
  }

  /** A WebSocket is opened at this path, and nothing else is there. */
  public static ErrorResponseException upgradeRequired() {
    return with(
        problem(
            HttpStatus.UPGRADE_REQUIRED,
            "upgrade-required",
            "Only a WebSocket can be opened here."),
        HttpHeaders.UPGRADE,
        "websocket");
  }

  /** CORS: the origin is not one of those that may call the API. */
  private static ErrorResponseException crossOrigin() {
    return problem(
        HttpStatus.FORBIDDEN, "foreign-origin", "Pages of this origin may not call the API.");
  }

  /** The page that asks for a WebSocket is none of those chat-service knows. */
  public static ErrorResponseException foreignOrigin() {
    return problem(
        HttpStatus.FORBIDDEN, "foreign-origin", "Pages of this origin may not open a WebSocket.");
  }

  public static ErrorResponseException methodNotAllowed() {
    return problem(
        HttpStatus.METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "This path does not support that method.");
  }

  public static ErrorResponseException unauthenticated() {
    return with(
        problem(
            HttpStatus.UNAUTHORIZED, "unauthenticated", "The access token is not valid any more."),
        HttpHeaders.WWW_AUTHENTICATE,
        "Bearer error=\"invalid_token\"");
  }

  /** The account has not the role. */
  public static ErrorResponseException forbidden() {
    return problem(HttpStatus.FORBIDDEN, "forbidden", "Your account may not do this.");
  }

  /**
   * The connection stays open. Netty drops what the client still sends: closed in the middle of
   * that, the connection would take the answer with it.
   */
  public static ErrorResponseException contentTooLarge() {
    return problem(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "The body is too large.");
  }

  public static ErrorResponseException requestTimeout() {
    return with(
        problem(HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The body took too long to arrive."),
        HttpHeaders.CONNECTION,
        "close");
  }

  public static ErrorResponseException tooManyRequests(Duration retryAfter) {
    return with(
        problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests: slow down."),
        HttpHeaders.RETRY_AFTER,
        seconds(retryAfter));
  }

  /**
   * The service did not answer, or not in time. Whether it acted on the request is unknown:
   * repeating it is safe for reads and with the same {@code Idempotency-Key}.
   */
  public static ErrorResponseException serviceUnavailable(Duration retryAfter) {
    return with(
        problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "service-unavailable",
            "This part of Carelane does not answer at the moment. Try again soon."),
        HttpHeaders.RETRY_AFTER,
        seconds(retryAfter));
  }

  /** The same for a request with an {@code Idempotency-Key}: what its client may do is said. */
  public static ErrorResponseException outcomeUnknown(Duration retryAfter) {
    var problem = serviceUnavailable(retryAfter);
    problem
        .getBody()
        .setDetail(
            "This part of Carelane does not answer at the moment. Whether it did what you asked for"
                + " is unknown: send the same again soon, with the same Idempotency-Key.");
    return problem;
  }

  /** Nothing was done: the gateway has too many other requests at work. */
  public static ErrorResponseException tooMuchAtOnce(Duration retryAfter) {
    var problem = serviceUnavailable(retryAfter);
    problem.getBody().setDetail("Too many requests are being worked on. Try again in a moment.");
    return problem;
  }

  public static ErrorResponseException internalError() {
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side.");
  }

  private static String seconds(Duration duration) {
    return String.valueOf(Math.max(1, duration.plusMillis(999).toSeconds()));
  }

  private static ErrorResponseException problem(HttpStatus status, String type, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(URN + type));
    problem.setTitle(Character.toUpperCase(type.charAt(0)) + type.substring(1).replace('-', ' '));
    return new ErrorResponseException(status, problem, null);
  }

  private static ErrorResponseException with(
      ErrorResponseException problem, String header, String value) {
    problem.getHeaders().set(header, value);
    return problem;
  }
}
