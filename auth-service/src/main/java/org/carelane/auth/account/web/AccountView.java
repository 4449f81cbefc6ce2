package org.carelane.auth.account.web;

import java.util.List;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.Account;

/** An account as its owner sees it. */
record AccountView(String id, String email, String name, List<Role> roles) {

  static AccountView of(Account account) {
    var roles = account.roles().stream().sorted().toList();
    return new AccountView(account.id(), account.email(), account.name(), roles);
  }
}
