package org.carelane.auth.account;

import java.util.EnumSet;
import java.util.Set;
import org.carelane.accesstoken.Role;

/** An account to be created. */
public record NewAccount(EmailAddress email, String password, String name, Set<Role> roles) {

  public NewAccount {
    name = name.strip();
    roles = Set.copyOf(EnumSet.copyOf(roles));
  }

  boolean describes(Account account) {
    return email.value().equals(account.email())
        && name.equals(account.name())
        && roles.equals(account.roles());
  }

  @Override
  public String toString() {
    return "NewAccount[roles=" + roles + "]";
  }
}
