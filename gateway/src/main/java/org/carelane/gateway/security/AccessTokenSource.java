package org.carelane.gateway.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A token comes in the Authorization header. Only a WebSocket handshake may carry it in the query,
 * since a browser cannot set headers there.
 */
class AccessTokenSource implements ServerAuthenticationConverter {

  private final ServerBearerTokenAuthenticationConverter header =
      new ServerBearerTokenAuthenticationConverter();
  private final ServerBearerTokenAuthenticationConverter headerOrQuery =
      new ServerBearerTokenAuthenticationConverter();

  AccessTokenSource() {
    headerOrQuery.setAllowUriQueryParameter(true);
  }

  @Override
  public Mono<Authentication> convert(ServerWebExchange exchange) {
    var isSocket = exchange.getRequest().getPath().value().equals("/ws");
    return (isSocket ? headerOrQuery : header).convert(exchange);
  }
}
