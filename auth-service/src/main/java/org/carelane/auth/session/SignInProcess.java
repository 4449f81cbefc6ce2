package org.carelane.auth.session;

import java.util.Optional;
import java.util.function.Predicate;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Accounts;
import org.carelane.auth.account.EmailAddress;
import org.carelane.auth.account.Passwords;
import org.carelane.auth.attempt.ClientAddress;
import org.carelane.auth.attempt.SignInAttempts;
import org.carelane.auth.session.SignIn.SignedIn;
import org.carelane.auth.session.SignIn.TooManyAttempts;
import org.carelane.auth.session.SignIn.WrongCredentials;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Signs in by password. Does not reveal whether an account exists: the answers and delays are the
 * same, and there is one password comparison in every case.
 */
@Component
public class SignInProcess {

  private static final Logger log = LoggerFactory.getLogger(SignInProcess.class);

  private final SignInAttempts attempts;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;

  SignInProcess(
      SignInAttempts attempts, Accounts accounts, Passwords passwords, Sessions sessions) {
    this.attempts = attempts;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /**
   * @param client what it calls itself
   */
  public SignIn signIn(
      EmailAddress email, String password, ClientAddress from, @Nullable String client) {
    return attempts.attempt(
        email.value(),
        from,
        TooManyAttempts::new,
        () ->
            owner(email, password)
                .<SignIn>map(account -> succeed(account, password, from, client))
                .orElseGet(() -> fail(from)));
  }

  private Optional<Account> owner(EmailAddress email, String password) {
    var account = accounts.find(email);
    if (account.isEmpty()) {
      passwords.matchNobody(password);
    }
    return account
        .filter(it -> passwords.match(password, it.passwordHash()))
        .filter(Predicate.not(Account::disabled));
  }

  private SignIn succeed(
      Account account, String password, ClientAddress from, @Nullable String client) {
    attempts.succeeded(account.email(), from);
    if (passwords.isOutdated(account.passwordHash())) {
      accounts.rehash(account, passwords.hash(password));
    }
    log.info("Account {} signed in", account.id());
    return new SignedIn(sessions.begin(account, client));
  }

  private SignIn fail(ClientAddress from) {
    attempts.failed(from);
    return new WrongCredentials();
  }
}
