package org.carelane.auth.account.web;

import java.util.List;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it.
 *
 * @param language BCP 47 tag
 * @param zone a region of the time-zone database
 */
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
