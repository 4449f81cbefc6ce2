package org.carelane.auth.session.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param refreshTokenIn where to put the refresh token; in the body if it is {@code null}
 */
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
