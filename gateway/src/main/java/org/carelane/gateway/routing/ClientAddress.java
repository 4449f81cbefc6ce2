package org.carelane.gateway.routing;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** The address of the peer, or the one a trusted proxy passed on: the server has resolved it. */
public final class ClientAddress {

  private ClientAddress() {}

  public static String of(ServerHttpRequest request) {
    var address = request.getRemoteAddress();
    if (address == null) {
      return "unknown";
    }
    var resolved = address.getAddress();
    return resolved == null ? address.getHostString() : resolved.getHostAddress();
  }
}
