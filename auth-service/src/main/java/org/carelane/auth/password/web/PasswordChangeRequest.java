package org.carelane.auth.password.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * @param newPassword 8 to 128 characters, and not easy to guess
 */
@Schema(
    example =
        """
        {"currentPassword": "a long and secret sentence",
         "newPassword": "another long and secret sentence"}\
        """)
record PasswordChangeRequest(
    @NotEmpty @Size(max = 1000) String currentPassword,
    @NotNull @Size(max = 128) String newPassword) {

  @Override
  public String toString() {
    return "PasswordChangeRequest[]";
  }
}
