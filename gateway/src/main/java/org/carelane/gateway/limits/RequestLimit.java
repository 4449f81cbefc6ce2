package org.carelane.gateway.limits;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.carelane.gateway.Problems;
import org.carelane.gateway.routing.Routes;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Works on a limited number of requests at once, and refuses those beyond with 503 before a service
 * is asked: each takes memory, and while services are slow they would come faster than they leave.
 * Streams last, and are not counted. The last of the filters, so that its answers have the headers
 * of security and CORS. Refusals are counted as {@code carelane.requests.refused}, as those of the
 * services are.
 */
@Component
class RequestLimit implements WebFilter {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Bulkhead turns;

  RequestLimit(RequestLimits limits, MeterRegistry meters) {
    turns =
        Bulkhead.of(
            "requests",
            BulkheadConfig.custom()
                .maxConcurrentCalls(limits.atOnce())
                .maxWaitDuration(Duration.ZERO)
                .writableStackTraceEnabled(false)
                .build());
    var refused = meters.counter("carelane.requests.refused");
    turns.getEventPublisher().onCallRejected(_ -> refused.increment());
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var answered = chain.filter(exchange);
    return Routes.isForStream(exchange.getRequest())
        ? answered
        : answered
            .transformDeferred(BulkheadOperator.of(turns))
            .onErrorMap(BulkheadFullException.class, _ -> Problems.tooMuchAtOnce(RETRY_AFTER));
  }
}
