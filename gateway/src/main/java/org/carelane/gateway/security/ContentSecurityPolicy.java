package org.carelane.gateway.security;

import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** An answer of the API loads nothing at all; a page loads what this server serves. */
class ContentSecurityPolicy implements ServerHttpHeadersWriter {

  private static final String NAME = "Content-Security-Policy";
  private static final String API = "default-src 'none'; frame-ancestors 'none'";
  private static final String PAGE =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  @Override
  public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
    var path = exchange.getRequest().getPath().value();
    var isPage = path.equals("/") || path.startsWith("/api-docs") || path.startsWith("/webjars/");
    exchange.getResponse().getHeaders().set(NAME, isPage ? PAGE : API);
    return Mono.empty();
  }
}
