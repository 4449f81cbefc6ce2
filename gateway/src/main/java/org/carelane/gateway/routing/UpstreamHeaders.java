package org.carelane.gateway.routing;

import java.util.List;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Removes the headers by which services trust the gateway from what a client sends. {@code
 * X-Forwarded-For} is exactly one address: the client's as the gateway knows it.
 */
@Component
class UpstreamHeaders implements HttpHeadersFilter, Ordered {

  private static final List<String> NOT_FOR_CLIENTS =
      List.of(
          "forwarded",
          "x-forwarded-",
          "x-real-ip",
          "x-client-ip",
          "x-original-",
          "x-rewrite-",
          "x-http-method",
          "x-method-override",
          "x-internal-",
          "x-carelane-",
          "x-auth-",
          "x-user-",
          "x-account-",
          "x-b3-",
          "b3");

  @Override
  public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
    var passed = new HttpHeaders();
    headers.forEach(
        (name, values) -> {
          if (isForClients(name)) {
            passed.addAll(name, values);
          }
        });
    var request = exchange.getRequest();
    passed.set("X-Forwarded-For", ClientAddress.of(request));
    passed.set("X-Forwarded-Proto", request.getURI().getScheme());
    return passed;
  }

  private static boolean isForClients(String header) {
    var name = header.toLowerCase(Locale.ROOT);
    return NOT_FOR_CLIENTS.stream().noneMatch(name::startsWith);
  }

  /** After Spring Cloud's own filters, which drop forwarding headers. */
  @Override
  public int getOrder() {
    return 100;
  }
}
