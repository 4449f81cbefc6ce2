package org.carelane.auth.account;

import java.time.Instant;
import java.util.List;
import org.carelane.accesstoken.Role;

/** Event on {@code account.events}: an account after a change. */
record AccountUpdated(
    String accountId,
    String email,
    String name,
    List<Role> roles,
    boolean disabled,
    Instant occurredAt) {

  static AccountUpdated of(Account account, boolean disabled, Instant at) {
    var roles = account.roles().stream().sorted().toList();
    return new AccountUpdated(account.id(), account.email(), account.name(), roles, disabled, at);
  }
}
