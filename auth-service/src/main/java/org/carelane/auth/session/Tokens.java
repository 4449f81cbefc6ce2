package org.carelane.auth.session;

import java.time.Duration;

/**
 * The result of a sign-in or a refresh.
 *
 * @param expiresIn until the access token expires
 * @param refreshExpiresIn until the refresh token expires, if it is not used before
 */
public record Tokens(
    String accessToken, Duration expiresIn, String refreshToken, Duration refreshExpiresIn) {

  @Override
  public String toString() {
    return "Tokens[]";
  }
}
