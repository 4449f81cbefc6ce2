package org.carelane.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.carelane.rest.strict.Expected;
import org.carelane.rest.strict.UnreadableBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every error of the framework into a problem with a stable type and no internals. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  private final List<Outage> outages;

  ProblemAdvice(ObjectProvider<Outage> outages) {
    this.outages = outages.stream().toList();
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> onUnexpected(Exception e, WebRequest request) {
    if (outages.stream().anyMatch(outage -> outage.isCauseOf(e))) {
      log.warn("Not done for now: {}", e.toString());
      var unavailable = outcomeUnknown();
      return handleExceptionInternal(
          unavailable,
          unavailable.getBody(),
          unavailable.getHeaders(),
          unavailable.getStatusCode(),
          request);
    }
    log.error("Unexpected failure", e);
    return handleExceptionInternal(
        e, null, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
  }

  /** A write that was not answered may have been done. */
  private static ProblemException outcomeUnknown() {
    return ProblemException.serviceUnavailable(
        "This part of Carelane does not answer for now, and it is not known whether the request"
            + " took effect. Send it again, with the same Idempotency-Key if it has one.",
        RETRY_AFTER_SECONDS);
  }

  /** The query cannot be decoded. */
  @ExceptionHandler
  @Nullable ResponseEntity<Object> onInvalidParameter(
      InvalidParameterException e, WebRequest request) {
    return handleExceptionInternal(e, null, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        UnreadableBody.fieldIn(e)
            .map(ProblemException::getBody)
            .orElseGet(
                () ->
                    ProblemException.problem(
                        HttpStatus.BAD_REQUEST,
                        "malformed-json",
                        "The body is not the JSON this request expects."));
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    var name = e instanceof MethodArgumentTypeMismatchException it ? it.getName() : "value";
    var problem = ProblemException.invalidField(name, Expected.textOf(e.getRequiredType()));
    return handleExceptionInternal(e, problem.getBody(), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem = ProblemException.invalidField(e.getParameterName(), "must be there");
    return handleExceptionInternal(e, problem.getBody(), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors = e.getBindingResult().getAllErrors().stream();
    var named =
        errors.map(
            error ->
                invalid(
                    error instanceof FieldError field ? field.getField() : error.getObjectName(),
                    error.getDefaultMessage()));
    return handleExceptionInternal(e, invalidRequest(named), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var named =
        e.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(
                            error ->
                                invalid(
                                    String.valueOf(result.getMethodParameter().getParameterName()),
                                    error.getDefaultMessage())));
    return handleExceptionInternal(e, invalidRequest(named), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var said = body == null && e instanceof ErrorResponse response ? response.getBody() : body;
    boolean ours = said instanceof ProblemDetail detail && isStable(detail);
    var problem = ours ? said : problem(HttpStatus.valueOf(status.value()));
    return super.handleExceptionInternal(e, problem, asProblem(headers), status, request);
  }

  /** Otherwise a problem would be nothing for a client that accepts other types only. */
  private static HttpHeaders asProblem(HttpHeaders headers) {
    var all = new HttpHeaders();
    all.putAll(headers);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return all;
  }

  private static boolean isStable(ProblemDetail problem) {
    return problem.getType() != null && problem.getType().toString().startsWith("urn:carelane:");
  }

  private static ProblemDetail invalidRequest(Stream<Map<String, String>> errors) {
    var problem =
        ProblemException.problem(
            HttpStatus.BAD_REQUEST, "invalid-request", "Some values are missing or not allowed.");
    List<Map<String, String>> all = errors.toList();
    problem.setProperty("errors", all);
    return problem;
  }

  private static Map<String, String> invalid(String field, @Nullable String message) {
    return Map.of("field", field, "message", message == null ? "is not allowed" : message);
  }

  static ProblemDetail problem(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> ProblemException.notFound().getBody();
      case UNAUTHORIZED ->
          ProblemException.problem(status, "unauthenticated", "A valid access token is needed.");
      case FORBIDDEN -> ProblemException.forbidden().getBody();
      case METHOD_NOT_ALLOWED ->
          ProblemException.problem(
              status, "method-not-allowed", "This path does not support that method.");
      case NOT_ACCEPTABLE ->
          ProblemException.problem(
              status, "not-acceptable", "No representation fits the Accept header.");
      case UNSUPPORTED_MEDIA_TYPE ->
          ProblemException.problem(
              status, "unsupported-media-type", "Send the body as application/json.");
      case CONTENT_TOO_LARGE ->
          ProblemException.problem(status, "content-too-large", "The body is too large.");
      default ->
          status.is4xxClientError()
              ? ProblemException.problem(
                  status, "invalid-request", "The request is not one this path understands.")
              : ProblemException.problem(
                  status, "internal-error", "Something went wrong on our side.");
    };
  }
}
