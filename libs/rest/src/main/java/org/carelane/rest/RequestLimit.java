package org.carelane.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Works on a limited number of requests at once. A request beyond that waits for a moment, then it
 * is refused with 503: each takes memory, and while a database is slow they would come faster than
 * they leave. Probes and metrics always pass. Counted as {@code carelane.requests.refused}.
 */
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLimit extends OncePerRequestFilter {

  private static final int RETRY_AFTER_SECONDS = 2;

  private final Semaphore turns;
  private final RequestLimits properties;
  private final HandlerExceptionResolver handlerExceptionResolver;
  private final Counter refused;

  RequestLimit(
      RequestLimits properties,
      HandlerExceptionResolver handlerExceptionResolver,
      MeterRegistry meters) {
    this.turns = new Semaphore(properties.atOnce());
    this.properties = properties;
    this.handlerExceptionResolver = handlerExceptionResolver;
    this.refused = meters.counter("carelane.requests.refused");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!awaitTurn()) {
      refused.increment();
      handlerExceptionResolver.resolveException(
          request,
          response,
          null,
          ProblemException.serviceUnavailable(
              "Too many requests are being worked on. Try again in a moment.",
              RETRY_AFTER_SECONDS));
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      turns.release();
    }
  }

  private boolean awaitTurn() {
    try {
      return turns.tryAcquire(properties.waitAtMost().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
