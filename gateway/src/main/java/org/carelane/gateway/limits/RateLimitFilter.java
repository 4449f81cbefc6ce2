package org.carelane.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.security.Principal;
import java.time.Duration;
import org.carelane.gateway.Problems;
import org.carelane.gateway.limits.RateLimits.Rate;
import org.carelane.gateway.routing.ClientAddress;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Counts requests per client in memory: each instance of the gateway counts for itself. */
@Component
class RateLimitFilter implements GlobalFilter, Ordered {

  private static final PathPattern SIGN_IN =
      PathPatternParser.defaultInstance.parse("/api/v1/auth/{what:login|register}");

  private final LoadingCache<String, Bucket> requests;
  private final LoadingCache<String, Bucket> signIns;

  RateLimitFilter(RateLimits limits) {
    requests = buckets(limits.requests(), limits.clients());
    signIns = buckets(limits.signIns(), limits.clients());
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    var address = ClientAddress.networkOf(exchange.getRequest());
    if (SIGN_IN.matches(exchange.getRequest().getPath().pathWithinApplication())) {
      return passing(signIns.get(address), exchange, chain);
    }
    return exchange
        .getPrincipal()
        .map(Principal::getName)
        .map(account -> "account " + account)
        .defaultIfEmpty(address)
        .flatMap(client -> passing(requests.get(client), exchange, chain));
  }

  private static Mono<Void> passing(
      Bucket bucket, ServerWebExchange exchange, GatewayFilterChain chain) {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? chain.filter(exchange)
        : Mono.error(Problems.tooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill())));
  }

  /** A bucket not used for its whole period is full again, and can be dropped. */
  private static LoadingCache<String, Bucket> buckets(Rate rate, int clients) {
    return Caffeine.newBuilder()
        .maximumSize(clients)
        .expireAfterAccess(rate.per())
        .build(client -> bucket(rate));
  }

  private static Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(rate.limit()).refillGreedy(rate.limit(), rate.per()))
        .build();
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
