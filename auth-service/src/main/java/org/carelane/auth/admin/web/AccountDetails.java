package org.carelane.auth.admin.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * One account as administrators see it.
 *
 * @param emailVerified whether a token that was mailed there came back
 * @param language BCP 47 tag; null when none was chosen
 * @param zone IANA time zone; null when none was chosen
 * @param disabled whether it is kept from signing in
 * @param sessions in how many it is signed in
 */
@Schema(
    example =
        """
        {"id": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36", "email": "ada@example.com", "emailVerified": true,
         "name": "Ada Lovelace", "language": "en-GB", "zone": "Europe/London", "roles": ["PATIENT"],
         "disabled": false, "registeredAt": "2027-02-01T08:30:00Z", "sessions": 2}\
        """)
record AccountDetails(
    String id,
    String email,
    boolean emailVerified,
    String name,
    @Nullable String language,
    @Nullable String zone,
    List<Role> roles,
    boolean disabled,
    Instant registeredAt,
    long sessions) {

  static AccountDetails of(Account account, long sessions) {
    return new AccountDetails(
        account.id(),
        account.email(),
        account.emailVerified(),
        account.name(),
        account.language(),
        account.zone(),
        account.roles().stream().sorted().toList(),
        account.disabled(),
        account.registeredAt(),
        sessions);
  }
}
