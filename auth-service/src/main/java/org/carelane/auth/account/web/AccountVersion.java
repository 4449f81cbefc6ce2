package org.carelane.auth.account.web;

import org.carelane.auth.Problems;
import org.carelane.auth.account.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/** The entity tag of an account: another one after each change that its owner sees. */
final class AccountVersion {

  private static final String ANY = "*";

  private AccountVersion() {}

  static String of(Account account) {
    return "\"" + Long.toString(account.asOf().toEpochMilli(), Character.MAX_RADIX) + "\"";
  }

  /**
   * @param ifMatch the header
   * @throws org.carelane.rest.ProblemException when it names other versions only
   */
  static void require(@Nullable String ifMatch, Account account) {
    if (ifMatch == null || ifMatch.strip().equals(ANY)) {
      return;
    }
    var present = of(account);
    if (ETag.parse(ifMatch).stream()
        .noneMatch(it -> !it.weak() && it.formattedTag().equals(present))) {
      throw Problems.preconditionFailed();
    }
  }
}
