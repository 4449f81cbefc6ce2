package org.carelane.auth.password.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * @param token the one that was mailed
 * @param newPassword 8 to 128 characters, and not easy to guess
 */
@Schema(
    example =
        """
        {"token": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36.kJ3vT5hYw2nLr7sBgQx8d0MzPcUaEoFi4tGyVb6NRjA",
         "newPassword": "another long and secret sentence"}\
        """)
record PasswordResetRequest(
    @NotBlank @Size(max = 200) String token, @NotNull @Size(max = 128) String newPassword) {

  @Override
  public String toString() {
    return "PasswordResetRequest[]";
  }
}
