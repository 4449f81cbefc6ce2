package org.carelane.auth.session.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param refreshTokenIn where to put the refresh token: BODY for clients that keep it themselves,
 *     COOKIE for browsers; BODY when it is null
 */
@Schema(
    example =
        """
        {"email": "patient@carelane.example", "password": "carelane-demo-patient",
         "refreshTokenIn": "BODY"}\
        """)
record LoginRequest(
    @NotBlank @Size(max = 320) String email,
    @NotEmpty @Size(max = 1000) String password,
    @Nullable RefreshTokenPlace refreshTokenIn) {

  boolean wantsCookie() {
    return refreshTokenIn == RefreshTokenPlace.COOKIE;
  }

  @Override
  public String toString() {
    return "LoginRequest[]";
  }
}
