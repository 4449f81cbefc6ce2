package org.carelane.auth.session.web;

import org.carelane.auth.session.Tokens;

/**
 * @param expiresIn seconds until the access token expires
 */
record TokensView(String accessToken, String tokenType, long expiresIn, String refreshToken) {

  static TokensView of(Tokens tokens) {
    return new TokensView(
        tokens.accessToken(), "Bearer", tokens.expiresIn().toSeconds(), tokens.refreshToken());
  }

  @Override
  public String toString() {
    return "TokensView[]";
  }
}
