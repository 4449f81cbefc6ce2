package org.carelane.auth.account;

import org.jspecify.annotations.Nullable;

/**
 * What an account's owner says of himself.
 *
 * @param language BCP 47 tag
 * @param zone a region of the time-zone database
 */
public record Profile(String name, @Nullable String language, @Nullable String zone) {

  public Profile {
    name = name.strip();
  }

  public static Profile of(Account account) {
    return new Profile(account.name(), account.language(), account.zone());
  }
}
