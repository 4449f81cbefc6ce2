package org.carelane.gateway.routing;

import java.util.List;
import org.carelane.gateway.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what is no proper request, before a service is asked: one without a Host, a WebSocket
 * where there is none, and a handshake without what RFC 6455 demands of it.
 */
@Component
@Order(RequestCheck.AFTER_SECURITY)
class RequestCheck implements WebFilter {

  /** So that its answers have the security headers as well. */
  static final int AFTER_SECURITY = 0;

  /** The one path of WebSockets. */
  static final String SOCKET = "/ws";

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var refusal = refusal(exchange.getRequest());
    return refusal == null ? chain.filter(exchange) : Mono.error(refusal);
  }

  private static @Nullable ErrorResponseException refusal(ServerHttpRequest request) {
    if (!hasHost(request.getHeaders())) {
      return Problems.invalidRequest(HttpStatus.BAD_REQUEST);
    }
    if (!expectsWhatIsKnown(request.getHeaders())) {
      return Problems.of(HttpStatus.EXPECTATION_FAILED);
    }
    var isForSockets = request.getPath().value().equals(SOCKET);
    if (!isUpgrade(request.getHeaders())) {
      return isForSockets ? Problems.upgradeRequired() : null;
    }
    if (!isForSockets) {
      return Problems.notFound();
    }
    return isHandshake(request) ? null : Problems.invalidRequest(HttpStatus.BAD_REQUEST);
  }

  private static boolean hasHost(HttpHeaders headers) {
    var hosts = headers.getOrDefault(HttpHeaders.HOST, List.of());
    return hosts.size() == 1 && !hosts.getFirst().isBlank();
  }

  private static boolean expectsWhatIsKnown(HttpHeaders headers) {
    return headers.getOrDefault(HttpHeaders.EXPECT, List.of()).stream()
        .allMatch("100-continue"::equalsIgnoreCase);
  }

  static boolean isUpgrade(HttpHeaders headers) {
    return "websocket".equalsIgnoreCase(headers.getUpgrade());
  }

  private static boolean isHandshake(ServerHttpRequest request) {
    var headers = request.getHeaders();
    return request.getMethod().equals(HttpMethod.GET)
        && headers.getConnection().stream().anyMatch("upgrade"::equalsIgnoreCase)
        && headers.getFirst("Sec-WebSocket-Key") != null
        && "13".equals(headers.getFirst("Sec-WebSocket-Version"));
  }
}
