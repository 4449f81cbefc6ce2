package org.carelane.auth.account.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it.
 *
 * @param id the accountId in other answers
 * @param emailVerified whether a token that was mailed there came back
 * @param language BCP 47 tag; null when none was chosen
 * @param zone IANA time zone; null when none was chosen
 */
@Schema(
    example =
        """
        {"id": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36", "email": "ada@example.com", "emailVerified": true,
         "name": "Ada Lovelace", "language": "en-GB", "zone": "Europe/London", "roles": ["PATIENT"]}\
        """)
record AccountView(
    String id,
    String email,
    boolean emailVerified,
    String name,
    @Nullable String language,
    @Nullable String zone,
    List<Role> roles) {

  static AccountView of(Account account) {
    return new AccountView(
        account.id(),
        account.email(),
        account.emailVerified(),
        account.name(),
        account.language(),
        account.zone(),
        account.roles().stream().sorted().toList());
  }
}
