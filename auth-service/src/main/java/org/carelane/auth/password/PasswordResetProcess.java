package org.carelane.auth.password;

import java.time.Duration;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Accounts;
import org.carelane.auth.account.EmailAddress;
import org.carelane.auth.account.MailedToken;
import org.carelane.auth.account.PasswordPolicy;
import org.carelane.auth.account.Passwords;
import org.carelane.auth.attempt.ClientAddress;
import org.carelane.auth.attempt.MailRequests;
import org.carelane.auth.password.PasswordReset.InvalidToken;
import org.carelane.auth.password.PasswordReset.Reset;
import org.carelane.auth.password.PasswordReset.UnfitPassword;
import org.carelane.auth.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sets another password for whoever reads the account's mail. All sessions end, also those of a
 * stranger who registered the address; a disabled account stays disabled.
 */
@Component
public class PasswordResetProcess {

  private static final Logger log = LoggerFactory.getLogger(PasswordResetProcess.class);

  private final ForgottenPasswords forgotten;
  private final MailRequests requests;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;

  PasswordResetProcess(
      ForgottenPasswords forgotten,
      MailRequests requests,
      Accounts accounts,
      Passwords passwords,
      Sessions sessions) {
    this.forgotten = forgotten;
    this.requests = requests;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /**
   * Notes that someone wants a mail. Whether there is an account is looked up afterwards, so that
   * neither the answer nor the time it takes can tell.
   *
   * @return until when it is refused; zero if it is not
   */
  public Duration forgotten(EmailAddress email, ClientAddress from) {
    var delay = requests.ofPasswordReset(email.value(), from);
    if (!delay.isPositive()) {
      forgotten.add(email);
    }
    return delay;
  }

  /** Uses the token up, unless the password is refused. */
  public PasswordReset reset(String token, String password) {
    var presented = MailedToken.parse(token).orElse(null);
    var account = presented == null ? null : accounts.resettable(presented).orElse(null);
    return presented == null || account == null
        ? new InvalidToken()
        : reset(presented, account, password);
  }

  private PasswordReset reset(MailedToken token, Account account, String password) {
    var complaint =
        PasswordPolicy.complaint(password, new EmailAddress(account.email()), account.name());
    if (complaint.isPresent()) {
      return new UnfitPassword(complaint.get());
    }
    var reset = accounts.resetPassword(token, passwords.hash(password));
    reset.ifPresent(
        it -> {
          sessions.endCutOff(it);
          log.info("The password of account {} is reset", it.id());
        });
    return reset.<PasswordReset>map(_ -> new Reset()).orElseGet(InvalidToken::new);
  }
}
