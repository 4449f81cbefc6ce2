package org.carelane.accesstoken;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.carelane.rest.ProblemException;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers missing or bad tokens with 401, missing roles with 403 and what the firewall refuses with
 * 400, as problems.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final HandlerExceptionResolver handlerExceptionResolver;

  /** Lazy, because the resolver needs every advice, and this is one. */
  SecurityProblems(@Lazy HandlerExceptionResolver handlerExceptionResolver) {
    this.handlerExceptionResolver = handlerExceptionResolver;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
    handlerExceptionResolver.resolveException(request, response, null, e);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
    handlerExceptionResolver.resolveException(request, response, null, e);
  }

  /** The token could not be checked. 503, because signing in again would not help. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> onUnchecked(AuthenticationServiceException e) {
    var problem = ProblemException.serviceUnavailable("Try again in a moment.", 2);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .headers(problem.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.getBody());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onUnauthenticated(AuthenticationException e) {
    var problem =
        new ProblemException(
            HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid access token is needed.");
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.getBody());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> onDenied(AccessDeniedException e) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      return onUnauthenticated(new UnknownCaller());
    }
    return ResponseEntity.status(HttpStatus.FORBIDDEN)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemException.forbidden().getBody());
  }

  /** A parameter or a header has a name or a value that the firewall lets nobody read. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> onUnreadable(RequestRejectedException e) {
    var problem = ProblemException.invalidRequest("A name or a value is not text.");
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.getBody());
  }

  private static final class UnknownCaller extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    UnknownCaller() {
      super("no token");
    }
  }
}
