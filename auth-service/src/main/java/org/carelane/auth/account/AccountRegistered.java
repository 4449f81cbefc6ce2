package org.carelane.auth.account;

import java.time.Instant;
import java.util.List;
import org.carelane.accesstoken.Role;

/** Event on {@code account.events}. */
record AccountRegistered(
    String accountId, String email, String name, List<Role> roles, Instant occurredAt) {

  static AccountRegistered of(String id, NewAccount account, Instant at) {
    var roles = account.roles().stream().sorted().toList();
    return new AccountRegistered(id, account.email().value(), account.name(), roles, at);
  }
}
