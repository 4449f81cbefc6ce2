package org.carelane.auth.admin.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.Account;

/**
 * An account in the list of administrators.
 *
 * @param emailVerified whether a token that was mailed there came back
 * @param disabled whether it is kept from signing in
 */
@Schema(
    example =
        """
        {"id": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36", "email": "ada@example.com", "emailVerified": true,
         "name": "Ada Lovelace", "roles": ["PATIENT"], "disabled": false,
         "registeredAt": "2027-02-01T08:30:00Z"}\
        """)
record AdminAccountView(
    String id,
    String email,
    boolean emailVerified,
    String name,
    List<Role> roles,
    boolean disabled,
    Instant registeredAt) {

  static AdminAccountView of(Account account) {
    return new AdminAccountView(
        account.id(),
        account.email(),
        account.emailVerified(),
        account.name(),
        account.roles().stream().sorted().toList(),
        account.disabled(),
        account.registeredAt());
  }
}
