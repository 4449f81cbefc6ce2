package org.carelane.auth.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.carelane.auth.attempt.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What tells clients apart who present the same token: their address and their {@code User-Agent}.
 * Tabs of one browser have both in common. A thief may have them too: this narrows who may repeat a
 * refresh, it proves nothing.
 *
 * @param value a hash, so that the database does not keep what browser someone uses
 */
public record ClientFingerprint(String value) {

  public static ClientFingerprint of(HttpServletRequest request) {
    return of(ClientAddress.of(request), request.getHeader(HttpHeaders.USER_AGENT));
  }

  static ClientFingerprint of(ClientAddress address, @Nullable String userAgent) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(address.value().getBytes(UTF_8));
      sha.update((byte) '\n');
      var agent = userAgent == null ? "" : userAgent;
      return new ClientFingerprint(HexFormat.of().formatHex(sha.digest(agent.getBytes(UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
