package org.carelane.auth.session;

import java.time.Duration;

/** What a client needs to act for an account and to go on doing so. */
public record Tokens(String accessToken, Duration expiresIn, String refreshToken) {

  @Override
  public String toString() {
    return "Tokens[]";
  }
}
