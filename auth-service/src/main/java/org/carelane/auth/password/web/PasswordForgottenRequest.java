package org.carelane.auth.password.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.carelane.auth.account.EmailAddress;

@Schema(
    example =
        """
        {"email": "ada@example.com"}\
        """)
record PasswordForgottenRequest(
    @NotNull
        @Size(max = EmailAddress.MAX_LENGTH)
        @Pattern(regexp = EmailAddress.SYNTAX, message = "must be an e-mail address")
        String email) {

  @Override
  public String toString() {
    return "PasswordForgottenRequest[]";
  }
}
