package org.carelane.auth.password.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record PasswordChangeRequest(
    @NotEmpty @Size(max = 1000) String currentPassword,
    @NotNull @Size(max = 128) String newPassword) {

  @Override
  public String toString() {
    return "PasswordChangeRequest[]";
  }
}
