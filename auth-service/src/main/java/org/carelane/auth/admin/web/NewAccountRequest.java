package org.carelane.auth.admin.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.EmailAddress;
import org.carelane.auth.account.NewAccount;
import org.carelane.rest.text.Line;

/**
 * @param password 8 to 128 characters, and not easy to guess
 */
@Schema(
    example =
        """
        {"email": "astrid@example.com", "password": "a long and secret sentence",
         "name": "Astrid Lindqvist", "roles": ["DOCTOR"]}\
        """)
record NewAccountRequest(
    @NotNull
        @Size(max = EmailAddress.MAX_LENGTH)
        @Pattern(regexp = EmailAddress.SYNTAX, message = "must be an e-mail address")
        String email,
    @NotNull @Size(max = 128) String password,
    @NotNull @Line(max = 200) String name,
    @NotEmpty Set<@NotNull Role> roles) {

  NewAccount account() {
    return NewAccount.vouchedFor(new EmailAddress(email), password, name, roles);
  }

  @Override
  public String toString() {
    return "NewAccountRequest[]";
  }
}
