package org.carelane.auth.account.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.EmailAddress;
import org.carelane.auth.account.NewAccount;
import org.carelane.rest.text.Line;
import org.jspecify.annotations.Nullable;

/**
 * A patient. There is no member for roles.
 *
 * @param password 8 to 128 characters, and not easy to guess
 * @param language BCP 47 tag: that of the mails
 * @param zone IANA time zone, in which mails tell times
 */
@Schema(
    example =
        """
        {"email": "ada@example.com", "password": "a long and secret sentence", "name": "Ada Lovelace",
         "language": "en-GB", "zone": "Europe/London"}\
        """)
record RegistrationRequest(
    @NotNull
        @Size(max = EmailAddress.MAX_LENGTH)
        @Pattern(regexp = EmailAddress.SYNTAX, message = "must be an e-mail address")
        String email,
    @NotNull @Size(max = 128) String password,
    @NotNull @Line(max = 200) String name,
    @Nullable String language,
    @Nullable String zone) {

  NewAccount patient() {
    var address = new EmailAddress(email);
    return new NewAccount(
        address,
        false,
        password,
        name,
        Locales.language(language),
        Locales.zone(zone),
        Set.of(Role.PATIENT));
  }

  @Override
  public String toString() {
    return "RegistrationRequest[]";
  }
}
