package org.carelane.auth.session.web;

import java.time.Duration;
import org.carelane.auth.session.Tokens;
import org.springframework.http.ResponseCookie;

/**
 * The cookie in which a browser keeps its refresh token: out of reach of scripts, sent over TLS
 * only, only to the path that takes it, and not with requests from pages of other sites. By its
 * prefix browsers refuse one that was set without TLS.
 */
final class RefreshCookie {

  static final String NAME = "__Secure-carelane-refresh";
  static final String PATH = "/api/v1/auth/refresh";

  private RefreshCookie() {}

  /** Kept for as long as the token can be used. */
  static String of(Tokens tokens) {
    return cookie(tokens.refreshToken(), tokens.refreshExpiresIn());
  }

  /** Has the browser forget it. */
  static String removed() {
    return cookie("", Duration.ZERO);
  }

  private static String cookie(String value, Duration lives) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(true)
        .sameSite("Strict")
        .path(PATH)
        .maxAge(lives)
        .build()
        .toString();
  }
}
