package org.carelane.auth.account.web;

import org.carelane.auth.account.Account;
import org.carelane.rest.Etags;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/** The entity tag of an account: another one after each change that its owner sees. */
final class AccountVersion {

  private AccountVersion() {}

  static String of(Account account) {
    return "\"" + Long.toString(account.asOf().toEpochMilli(), Character.MAX_RADIX) + "\"";
  }

  /**
   * @param ifMatch the header
   * @throws ProblemException when it names other versions only
   */
  static void require(@Nullable String ifMatch, Account account) {
    if (!Etags.names(ifMatch, of(account))) {
      throw ProblemException.preconditionFailed();
    }
  }
}
