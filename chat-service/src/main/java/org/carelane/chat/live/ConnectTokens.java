package org.carelane.chat.live;

import org.carelane.chat.Problems;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Verifies the access token of a CONNECT frame, or else of the handshake's header. Tokens in the
 * URL are ignored: they would end up in access logs.
 */
@Component
class ConnectTokens {

  private static final String SCHEME = "Bearer ";

  private final JwtDecoder decoder;

  ConnectTokens(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  Jwt verified(StompHeaderAccessor connect) {
    var header = connect.getFirstNativeHeader("Authorization");
    if (header != null) {
      return verified(header);
    }
    if (connect.getUser() instanceof JwtAuthenticationToken handshake) {
      return handshake.getToken();
    }
    throw Problems.unauthenticated();
  }

  private Jwt verified(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw Problems.unauthenticated();
    }
    try {
      return decoder.decode(header.substring(SCHEME.length()).trim());
    } catch (BadJwtException e) {
      throw Problems.unauthenticated();
    } catch (JwtException e) {
      throw Problems.unavailable();
    }
  }
}
