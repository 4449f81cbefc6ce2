package org.carelane.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.carelane.accesstoken.Role;
import org.jspecify.annotations.Nullable;

/** Event on {@code account.events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountRegistered(
    String accountId,
    String email,
    boolean emailVerified,
    String name,
    @Nullable String language,
    @Nullable String zone,
    List<Role> roles,
    Instant occurredAt) {

  static AccountRegistered of(Account account) {
    return new AccountRegistered(
        account.id(),
        account.email(),
        account.emailVerified(),
        account.name(),
        account.language(),
        account.zone(),
        account.roles().stream().sorted().toList(),
        account.registeredAt());
  }
}
