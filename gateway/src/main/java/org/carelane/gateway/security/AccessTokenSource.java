package org.carelane.gateway.security;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A token comes in the Authorization header. Only a WebSocket handshake may carry it in the query,
 * since a browser cannot set headers there. Where tokens are handed out none is looked at: who
 * comes to renew an expired one may well bring it along.
 */
class AccessTokenSource implements ServerAuthenticationConverter {

  private static final Set<String> WITHOUT_TOKEN =
      Set.of(
          "/api/v1/auth/register",
          "/api/v1/auth/login",
          "/api/v1/auth/refresh",
          "/api/v1/auth/logout");

  private final ServerBearerTokenAuthenticationConverter header =
      new ServerBearerTokenAuthenticationConverter();
  private final ServerBearerTokenAuthenticationConverter headerOrQuery =
      new ServerBearerTokenAuthenticationConverter();

  AccessTokenSource() {
    headerOrQuery.setAllowUriQueryParameter(true);
  }

  @Override
  public Mono<Authentication> convert(ServerWebExchange exchange) {
    var path = exchange.getRequest().getPath().value();
    if (WITHOUT_TOKEN.contains(path)) {
      return Mono.empty();
    }
    return (path.equals("/ws") ? headerOrQuery : header).convert(exchange);
  }
}
