package org.carelane.gateway.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * A token comes in the Authorization header; a browser's WebSocket, which cannot set one, brings it
 * in its first STOMP frame. Where tokens are handed out none is looked at: who comes to renew an
 * expired one may well bring it along.
 */
class AccessTokenSource implements ServerAuthenticationConverter {

  private static final List<PathPattern> WITHOUT_TOKEN =
      Stream.of(
              "/api/v1/auth/{what:register|login|refresh|logout}",
              "/api/v1/auth/password/{what:forgot|reset}",
              "/api/v1/auth/email/verify")
          .map(PathPatternParser.defaultInstance::parse)
          .toList();

  private final ServerBearerTokenAuthenticationConverter header =
      new ServerBearerTokenAuthenticationConverter();

  @Override
  public Mono<Authentication> convert(ServerWebExchange exchange) {
    var path = exchange.getRequest().getPath().pathWithinApplication();
    return WITHOUT_TOKEN.stream().anyMatch(it -> it.matches(path))
        ? Mono.empty()
        : header.convert(exchange);
  }
}
