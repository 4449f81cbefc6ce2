package org.carelane.auth.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.carelane.accesstoken.Role;
import org.carelane.rest.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * An account to be created.
 *
 * @param emailVerified whether who creates it answers for the address
 * @param language BCP 47 tag
 * @param zone a region of the time-zone database
 */
public record NewAccount(
    EmailAddress email,
    boolean emailVerified,
    String password,
    String name,
    @Nullable String language,
    @Nullable String zone,
    Set<Role> roles) {

  public NewAccount {
    name = name.strip();
    roles = Set.copyOf(EnumSet.copyOf(roles));
  }

  /** One that an administrator answers for, the address as well. */
  public static NewAccount vouchedFor(
      EmailAddress email, String password, String name, Set<Role> roles) {
    return new NewAccount(email, true, password, name, null, null, roles);
  }

  /** Whether an account was created by this request. Its owner may have changed it since. */
  boolean created(Account account) {
    return account.request() == null
        ? email.value().equals(account.email())
            && name.equals(account.name())
            && roles.equals(account.roles())
        : account.request().equals(fingerprint());
  }

  /** Of all but the password, which is compared by its hash. */
  String fingerprint() {
    var sorted = roles.stream().sorted().toList();
    return IdempotencyKey.fingerprint(new Wanted(email.value(), name, language, zone, sorted));
  }

  private record Wanted(
      String email,
      String name,
      @Nullable String language,
      @Nullable String zone,
      List<Role> roles) {}

  @Override
  public String toString() {
    return "NewAccount[roles=" + roles + "]";
  }
}
