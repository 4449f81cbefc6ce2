package org.carelane.auth.account;

import java.time.Instant;

/**
 * A token that was mailed and has not been used.
 *
 * @param hash of the {@link MailedToken}, which only the mail has
 */
public record ExpectedToken(Purpose purpose, String hash, Instant expiresAt) {

  public enum Purpose {
    PASSWORD_RESET,
    EMAIL_VERIFICATION
  }

  boolean is(MailedToken token, Purpose wanted) {
    return purpose == wanted && hash.equals(token.hash());
  }
}
