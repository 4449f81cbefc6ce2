package org.carelane.auth.session;

import java.time.Duration;

/**
 * The result of a sign-in or a refresh.
 *
 * @param expiresIn until the access token expires
 */
public record Tokens(String accessToken, Duration expiresIn, String refreshToken) {

  @Override
  public String toString() {
    return "Tokens[]";
  }
}
