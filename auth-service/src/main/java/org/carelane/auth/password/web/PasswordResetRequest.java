package org.carelane.auth.password.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record PasswordResetRequest(
    @NotBlank @Size(max = 200) String token, @NotNull @Size(max = 128) String newPassword) {

  @Override
  public String toString() {
    return "PasswordResetRequest[]";
  }
}
