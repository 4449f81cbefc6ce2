package org.carelane.auth.session.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record RefreshTokenRequest(@NotBlank @Size(max = 1000) String refreshToken) {

  @Override
  public String toString() {
    return "RefreshTokenRequest[]";
  }
}
