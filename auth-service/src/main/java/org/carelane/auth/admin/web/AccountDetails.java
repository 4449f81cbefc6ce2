package org.carelane.auth.admin.web;

import java.time.Instant;
import java.util.List;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.Account;

/**
 * One account as administrators see it.
 *
 * @param sessions in how many it is signed in
 */
record AccountDetails(
    String id,
    String email,
    String name,
    List<Role> roles,
    boolean disabled,
    Instant registeredAt,
    long sessions) {

  static AccountDetails of(Account account, long sessions) {
    return new AccountDetails(
        account.id(),
        account.email(),
        account.name(),
        account.roles().stream().sorted().toList(),
        account.disabled(),
        account.registeredAt(),
        sessions);
  }
}
