package org.carelane.notifications.notification;

import java.time.Instant;
import org.carelane.notifications.letter.Letter;

/** A command on {@code letter.commands}. When it is sent again, it has the same id. */
public sealed interface AccountMailCommand {

  String commandId();

  String accountId();

  /** Where to: the recipient need not be known here yet. */
  String email();

  Instant expiresAt();

  Letter letter(PublicUrl site);

  record SendPasswordReset(
      String commandId, String accountId, String email, String token, Instant expiresAt)
      implements AccountMailCommand {

    @Override
    public Letter letter(PublicUrl site) {
      return new Letter.PasswordReset(site.resetPassword(token), token, expiresAt);
    }

    @Override
    public String toString() {
      return commandId;
    }
  }

  record SendEmailVerification(
      String commandId, String accountId, String email, String token, Instant expiresAt)
      implements AccountMailCommand {

    @Override
    public Letter letter(PublicUrl site) {
      return new Letter.EmailVerification(site.verifyEmail(token), token, expiresAt);
    }

    @Override
    public String toString() {
      return commandId;
    }
  }
}
