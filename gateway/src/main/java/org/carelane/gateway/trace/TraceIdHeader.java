package org.carelane.gateway.trace;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells the client its trace id, so that a user can quote it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceIdHeader implements WebFilter {

  private static final String NAME = "X-Trace-Id";

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerRequestObservationContext.findCurrent(exchange.getAttributes())
        .map(RequestTrace::span)
        .ifPresent(
            span ->
                exchange
                    .getResponse()
                    .beforeCommit(
                        () -> {
                          var id = span.context().traceId();
                          exchange.getResponse().getHeaders().set(NAME, id);
                          return Mono.empty();
                        }));
    return chain.filter(exchange);
  }
}
