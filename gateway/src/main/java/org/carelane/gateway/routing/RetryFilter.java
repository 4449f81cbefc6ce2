package org.carelane.gateway.routing;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Retries a failed call, at another instance if there is one. Any call if no connection was made,
 * since nothing was sent; after other I/O errors only reads, since a write may have been done.
 */
class RetryFilter implements GatewayFilter {

  private static final int RETRIES = 2;
  private static final Duration FIRST_RETRY = Duration.ofMillis(50);
  private static final Duration LAST_RETRY = Duration.ofMillis(200);
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    var again =
        Retry.backoff(RETRIES, FIRST_RETRY)
            .maxBackoff(LAST_RETRY)
            .filter(failure -> mayBeRepeated(exchange, failure))
            .doBeforeRetry(_ -> ServerWebExchangeUtils.reset(exchange))
            .onRetryExhaustedThrow((_, last) -> last.failure());
    return chain.filter(exchange).retryWhen(again);
  }

  private static boolean mayBeRepeated(ServerWebExchange exchange, Throwable failure) {
    return !exchange.getResponse().isCommitted()
        && (UnreachableInstances.isNotConnected(failure)
            || failure instanceof IOException && READS.contains(exchange.getRequest().getMethod()));
  }
}
