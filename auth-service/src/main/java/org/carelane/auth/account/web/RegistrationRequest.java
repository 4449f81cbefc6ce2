package org.carelane.auth.account.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.EmailAddress;
import org.carelane.auth.account.NewAccount;

/** Always for a patient: there is no member for roles, and unknown members are ignored. */
@Schema(
    example =
        """
        {"email": "ada@example.com", "password": "a long and secret sentence", "name": "Ada Lovelace"}\
        """)
record RegistrationRequest(
    @NotNull
        @Size(max = EmailAddress.MAX_LENGTH)
        @Pattern(regexp = EmailAddress.SYNTAX, message = "must be an e-mail address")
        String email,
    @NotNull @Size(max = 128) String password,
    @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "must be one line of text")
        String name) {

  NewAccount patient() {
    return new NewAccount(new EmailAddress(email), password, name, Set.of(Role.PATIENT));
  }

  @Override
  public String toString() {
    return "RegistrationRequest[]";
  }
}
