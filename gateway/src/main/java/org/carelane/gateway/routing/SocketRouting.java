package org.carelane.gateway.routing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.isAlreadyRouted;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.setAlreadyRouted;

import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.carelane.gateway.Problems;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Opens a WebSocket to the service first, and the client's after that. So what the service refuses
 * is refused to the client as well, instead of being opened and closed at once; and while nothing
 * is promised yet, another instance can be tried.
 */
@Component
class SocketRouting implements GlobalFilter, Ordered {

  private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

  private final WebSocketClient services;
  private final WebSocketService clients;
  private final List<HttpHeadersFilter> headersFilters;

  SocketRouting(
      WebSocketClient services, WebSocketService clients, List<HttpHeadersFilter> headersFilters) {
    this.services = services;
    this.clients = clients;
    this.headersFilters = headersFilters;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (!RequestCheck.isUpgrade(exchange.getRequest().getHeaders()) || isAlreadyRouted(exchange)) {
      return chain.filter(exchange);
    }
    setAlreadyRouted(exchange);
    return services
        .execute(address(exchange), headers(exchange), new ServiceSide(exchange))
        .onErrorMap(WebSocketClientHandshakeException.class, SocketRouting::problem);
  }

  private static URI address(ServerWebExchange exchange) {
    URI chosen = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
    return UriComponentsBuilder.fromUri(chosen).scheme("ws").build(true).toUri();
  }

  /** With the client's Host, because chat compares the page's origin with it. */
  private HttpHeaders headers(ServerWebExchange exchange) {
    var passed = new HttpHeaders();
    HttpHeadersFilter.filterRequest(headersFilters, exchange)
        .forEach(
            (name, values) -> {
              if (!name.toLowerCase(Locale.ROOT).startsWith("sec-websocket-")) {
                passed.addAll(name, values);
              }
            });
    var host = exchange.getRequest().getHeaders().getFirst(HttpHeaders.HOST);
    passed.set(HttpHeaders.HOST, host);
    return passed;
  }

  private static Exception problem(WebSocketClientHandshakeException refusal) {
    var response = refusal.response();
    var status = response == null ? null : HttpStatus.resolve(response.status().code());
    return status == null || !status.is4xxClientError()
        ? new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, refusal)
        : refused(status);
  }

  private static Exception refused(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> Problems.unauthenticated();
      case FORBIDDEN -> Problems.foreignOrigin();
      case NOT_FOUND -> Problems.notFound();
      default -> Problems.invalidRequest(status);
    };
  }

  /** Instead of Spring Cloud's own, which opens the client's socket first. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 2;
  }

  /** Open; now the client's is opened, with the protocol the service has chosen. */
  private final class ServiceSide implements WebSocketHandler {

    private final ServerWebExchange exchange;

    ServiceSide(ServerWebExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public List<String> getSubProtocols() {
      return exchange.getRequest().getHeaders().getOrDefault(PROTOCOLS, List.of()).stream()
          .flatMap(it -> List.of(StringUtils.tokenizeToStringArray(it, ",")).stream())
          .toList();
    }

    @Override
    public Mono<Void> handle(WebSocketSession service) {
      var closed = Sinks.<Void>empty();
      return clients.handleRequest(exchange, new ClientSide(service, closed)).then(closed.asMono());
    }
  }

  private record ClientSide(WebSocketSession service, Sinks.Empty<Void> closed)
      implements WebSocketHandler {

    @Override
    public List<String> getSubProtocols() {
      var chosen = service.getHandshakeInfo().getSubProtocol();
      return chosen == null ? List.of() : List.of(chosen);
    }

    @Override
    public Mono<Void> handle(WebSocketSession client) {
      return new SocketPair(client, service).untilClosed().doFinally(_ -> closed.tryEmitEmpty());
    }
  }
}
