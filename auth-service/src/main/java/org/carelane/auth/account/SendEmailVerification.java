package org.carelane.auth.account;

import java.time.Instant;
import org.carelane.rest.Ids;

/** Command on {@code letter.commands}: mail a token that shows that the address is its owner's. */
record SendEmailVerification(
    String commandId, String accountId, String email, String token, Instant expiresAt) {

  static SendEmailVerification of(Account account, MailedToken token, Instant expiresAt) {
    return new SendEmailVerification(
        "SendEmailVerification:" + Ids.next(),
        account.id(),
        account.email(),
        token.value(),
        expiresAt);
  }

  @Override
  public String toString() {
    return "SendEmailVerification[" + commandId + "]";
  }
}
