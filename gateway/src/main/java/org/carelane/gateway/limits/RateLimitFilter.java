package org.carelane.gateway.limits;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Refuses requests of clients that ask too often, before anything else is done for them. */
@Component
class RateLimitFilter implements GlobalFilter, Ordered {

  /** Where passwords and mailed tokens could be guessed, or mails be sent. */
  private static final List<PathPattern> SIGN_IN =
      Stream.of(
              "/api/v1/auth/{what:login|register}",
              "/api/v1/auth/password/{what:change|forgot|reset}",
              "/api/v1/auth/email/{what:verify|verification}")
          .map(PathPatternParser.defaultInstance::parse)
          .toList();

  private final RateLimit limit;

  RateLimitFilter(RateLimit limit) {
    this.limit = limit;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    var request = exchange.getRequest();
    var path = request.getPath().pathWithinApplication();
    if (SIGN_IN.stream().anyMatch(it -> it.matches(path))) {
      return passing(limit.ofSignIn(request), exchange, chain);
    }
    return exchange
        .getPrincipal()
        .map(Principal::getName)
        .map(limit::ofAccount)
        .switchIfEmpty(Mono.fromSupplier(() -> limit.ofAddress(request)))
        .flatMap(refusal -> passing(refusal, exchange, chain));
  }

  private static Mono<Void> passing(
      Optional<ErrorResponseException> refusal,
      ServerWebExchange exchange,
      GatewayFilterChain chain) {
    return refusal.<Mono<Void>>map(Mono::error).orElseGet(() -> chain.filter(exchange));
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
