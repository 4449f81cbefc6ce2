package org.carelane.gateway.routing;

import java.net.Inet6Address;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The client's address, as resolved by the server: the peer's, or the one a trusted proxy sent. */
public final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  public static String of(ServerHttpRequest request) {
    var address = request.getRemoteAddress();
    if (address == null) {
      return "unknown";
    }
    var resolved = address.getAddress();
    return resolved == null ? address.getHostString() : resolved.getHostAddress();
  }

  /**
   * What counts as one client: an IPv4 address, or the /64 network of an IPv6 address, since a
   * client usually has all addresses of one.
   */
  public static String networkOf(ServerHttpRequest request) {
    var address = request.getRemoteAddress();
    return address != null && address.getAddress() instanceof Inet6Address six
        ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
        : of(request);
  }
}
