package org.carelane.auth.admin.web;

import java.time.Instant;
import java.util.List;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.Account;

/** An account as administrators see it. */
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
