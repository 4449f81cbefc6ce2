package org.carelane.auth.session.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.carelane.auth.session.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * @param accessToken a JWT, to send as Authorization: Bearer
 * @param expiresIn seconds until the access token expires
 * @param refreshToken exchanges for new tokens, once; absent if it is in a cookie
 */
@Schema(
    example =
        """
        {"accessToken": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIwMThmIn0.c2lnbmF0dXJl", "tokenType": "Bearer",
         "expiresIn": 900,
         "refreshToken": "Gm2RkT8vWq4LxBn7Ys1cZd.Zq1xW9eRt5yUi7oPa3sDf6gHj8kLz2cVb4nMQw0ErTY"}\
        """)
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
