package org.carelane.gateway;

import io.netty.channel.ChannelException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.carelane.gateway.routing.BreakerProperties;
import org.carelane.gateway.trace.RequestTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Every failure in the gateway ends here and is answered as problem+json, without internals. */
@Component
@Order(-2)
public class ProblemAnswers implements ErrorWebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

  private final JsonMapper json;
  private final RequestTrace trace;
  private final Duration retryAfter;

  ProblemAnswers(JsonMapper json, RequestTrace trace, BreakerProperties breaker) {
    this.json = json;
    this.trace = trace;
    this.retryAfter = breaker.openFor();
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    var problem = problemFor(exchange, failure);
    response.setStatusCode(problem.getStatusCode());
    problem.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return response.writeWith(Mono.fromSupplier(() -> body(exchange, problem)));
  }

  private DataBuffer body(ServerWebExchange exchange, ErrorResponseException problem) {
    return exchange.getResponse().bufferFactory().wrap(json.writeValueAsBytes(problem.getBody()));
  }

  private ErrorResponseException problemFor(ServerWebExchange exchange, Throwable failure) {
    return switch (failure) {
      case ResponseStatusException status when status.getStatusCode().is4xxClientError() ->
          Problems.of(HttpStatus.valueOf(status.getStatusCode().value()));
      // A missing instance, or a timeout.
      case ResponseStatusException status when isAboutUpstream(status) ->
          unavailable(exchange, failure);
      case ErrorResponseException ours when !(ours instanceof ResponseStatusException) -> ours;
      // An open breaker.
      case ServiceUnavailableException e -> unavailable(exchange, e);
      case IOException e -> unavailable(exchange, e);
      case TimeoutException e -> unavailable(exchange, e);
      case ChannelException e -> unavailable(exchange, e);
      case AuthenticationServiceException e -> unavailable(exchange, e);
      default -> {
        trace.within(exchange, () -> log.error("Unexpected failure", failure));
        yield Problems.internalError();
      }
    };
  }

  private static boolean isAboutUpstream(ResponseStatusException e) {
    return e.getStatusCode().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
        || e.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
  }

  private ErrorResponseException unavailable(ServerWebExchange exchange, Throwable cause) {
    trace.within(
        exchange,
        () ->
            log.warn(
                "No answer for {} {}: {}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath().value(),
                cause.toString()));
    return exchange.getRequest().getHeaders().containsHeader("Idempotency-Key")
        ? Problems.outcomeUnknown(retryAfter)
        : Problems.serviceUnavailable(retryAfter);
  }
}
