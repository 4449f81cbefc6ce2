package org.carelane.auth.session.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.carelane.auth.session.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * @param expiresIn seconds until the access token expires
 * @param refreshToken absent if it is in a cookie
 */
record TokensView(
    String accessToken,
    String tokenType,
    long expiresIn,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken) {

  static TokensView of(Tokens tokens) {
    return new TokensView(
        tokens.accessToken(), "Bearer", tokens.expiresIn().toSeconds(), tokens.refreshToken());
  }

  static TokensView withoutRefreshToken(Tokens tokens) {
    return new TokensView(tokens.accessToken(), "Bearer", tokens.expiresIn().toSeconds(), null);
  }

  @Override
  public String toString() {
    return "TokensView[]";
  }
}
