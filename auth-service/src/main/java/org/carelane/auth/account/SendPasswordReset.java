package org.carelane.auth.account;

import java.time.Instant;
import org.carelane.rest.Ids;

/** Command on {@code letter.commands}: mail a token with which the password can be reset. */
record SendPasswordReset(
    String commandId, String accountId, String email, String token, Instant expiresAt) {

  static SendPasswordReset of(Account account, MailedToken token, Instant expiresAt) {
    return new SendPasswordReset(
        "SendPasswordReset:" + Ids.next(), account.id(), account.email(), token.value(), expiresAt);
  }

  @Override
  public String toString() {
    return "SendPasswordReset[" + commandId + "]";
  }
}
