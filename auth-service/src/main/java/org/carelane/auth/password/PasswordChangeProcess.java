package org.carelane.auth.password;

import java.util.function.Predicate;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Accounts;
import org.carelane.auth.account.EmailAddress;
import org.carelane.auth.account.PasswordPolicy;
import org.carelane.auth.account.Passwords;
import org.carelane.auth.attempt.ClientAddress;
import org.carelane.auth.attempt.SignInAttempts;
import org.carelane.auth.password.PasswordChange.Changed;
import org.carelane.auth.password.PasswordChange.NoAccount;
import org.carelane.auth.password.PasswordChange.TooManyAttempts;
import org.carelane.auth.password.PasswordChange.UnfitPassword;
import org.carelane.auth.password.PasswordChange.WrongPassword;
import org.carelane.auth.session.Sessions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Changes the password of someone who is signed in and knows the present one. Guesses are limited
 * like those at the sign-in.
 */
@Component
public class PasswordChangeProcess {

  private static final Logger log = LoggerFactory.getLogger(PasswordChangeProcess.class);

  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInAttempts attempts;
  private final Sessions sessions;

  PasswordChangeProcess(
      Accounts accounts, Passwords passwords, SignInAttempts attempts, Sessions sessions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
  }

  /**
   * Other sessions end; the one that asks goes on.
   *
   * @param session that asks
   */
  public PasswordChange change(
      String accountId,
      @Nullable String session,
      String current,
      String wanted,
      ClientAddress from) {
    var account = accounts.find(accountId).filter(Predicate.not(Account::disabled)).orElse(null);
    if (account == null) {
      return new NoAccount();
    }
    var complaint =
        PasswordPolicy.complaint(wanted, new EmailAddress(account.email()), account.name());
    if (complaint.isPresent()) {
      return new UnfitPassword(complaint.get());
    }
    return attempts.attempt(
        account.email(),
        from,
        TooManyAttempts::new,
        () -> compare(account, session, current, wanted, from));
  }

  private PasswordChange compare(
      Account account,
      @Nullable String session,
      String current,
      String wanted,
      ClientAddress from) {
    if (!passwords.match(current, account.passwordHash())) {
      attempts.failed(from);
      return new WrongPassword();
    }
    attempts.succeeded(account.email(), from);
    var changed = accounts.changePassword(account, passwords.hash(wanted), session);
    changed.ifPresent(
        it -> {
          sessions.endCutOff(it);
          log.info("The password of account {} is changed", it.id());
        });
    return changed.<PasswordChange>map(_ -> new Changed()).orElseGet(WrongPassword::new);
  }
}
