package org.carelane.gateway.security;

import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** An answer of the API loads nothing at all; a page loads what this server serves. */
class ContentSecurityPolicy implements ServerHttpHeadersWriter {

  private static final String NAME = "Content-Security-Policy";
  private static final String API = "default-src 'none'; frame-ancestors 'none'";
  private static final String PAGE =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** The page of the API's description, which is Swagger UI, styles its parts. */
  private static final String DESCRIPTION = PAGE + "; style-src 'self' 'unsafe-inline'";

  @Override
  public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
    var path = exchange.getRequest().getPath().value();
    exchange.getResponse().getHeaders().set(NAME, policyOf(path));
    return Mono.empty();
  }

  private static String policyOf(String path) {
    if (path.startsWith("/api-docs") || path.startsWith("/webjars/")) {
      return DESCRIPTION;
    }
    var isApi = path.startsWith("/api/") || path.startsWith("/.well-known/") || path.equals("/ws");
    return isApi ? API : PAGE;
  }
}
