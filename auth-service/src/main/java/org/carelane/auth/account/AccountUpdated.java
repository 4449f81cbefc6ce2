package org.carelane.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.carelane.accesstoken.Role;
import org.jspecify.annotations.Nullable;

/** Event on {@code account.events}: an account after a change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountUpdated(
    String accountId,
    String email,
    boolean emailVerified,
    String name,
    @Nullable String language,
    @Nullable String zone,
    List<Role> roles,
    boolean disabled,
    Instant occurredAt) {

  static AccountUpdated of(Account account, Instant at) {
    return new AccountUpdated(
        account.id(),
        account.email(),
        account.emailVerified(),
        account.name(),
        account.language(),
        account.zone(),
        account.roles().stream().sorted().toList(),
        account.disabled(),
        at);
  }
}
