package org.carelane.auth.attempt;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where attempts come from: an IPv4 address, or the /64 network of an IPv6 address, since a client
 * usually has all addresses of one.
 */
public record ClientAddress(String value) {

  private static final int NETWORK_BYTES = 8;

  /** The client's address as the servlet container knows it, also behind trusted proxies. */
  public static ClientAddress of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  static ClientAddress of(String address) {
    try {
      var parsed = InetAddress.ofLiteral(address);
      return new ClientAddress(
          parsed instanceof Inet6Address six ? networkOf(six) : parsed.getHostAddress());
    } catch (IllegalArgumentException e) {
      return new ClientAddress("unknown");
    }
  }

  private static String networkOf(Inet6Address address) {
    var network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
    return HexFormat.ofDelimiter(":").formatHex(network) + "/64";
  }
}
