package org.carelane.auth.account;

import java.util.Optional;
import java.util.function.Predicate;
import org.carelane.auth.account.EmailVerification.AlreadyVerified;
import org.carelane.auth.account.EmailVerification.Mailed;
import org.carelane.auth.account.EmailVerification.NoAccount;
import org.carelane.auth.account.EmailVerification.TooMany;
import org.carelane.auth.attempt.MailRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out whether an address is its owner's, by a token that only a mail to it has. */
@Component
public class EmailVerificationProcess {

  private static final Logger log = LoggerFactory.getLogger(EmailVerificationProcess.class);

  private final Accounts accounts;
  private final MailRequests requests;

  EmailVerificationProcess(Accounts accounts, MailRequests requests) {
    this.accounts = accounts;
    this.requests = requests;
  }

  /** Mails another token. Those mailed before stay of use. */
  public EmailVerification mail(String accountId) {
    return accounts
        .find(accountId)
        .filter(Predicate.not(Account::disabled))
        .map(account -> account.emailVerified() ? new AlreadyVerified() : mail(account))
        .orElseGet(NoAccount::new);
  }

  private EmailVerification mail(Account account) {
    var delay = requests.ofVerification(account.id());
    if (delay.isPositive()) {
      return new TooMany(delay);
    }
    accounts.mailVerification(account.id());
    return new Mailed();
  }

  /**
   * @return whether the address is verified, now or before; not if the token is unknown or expired
   */
  public boolean verify(String token) {
    Optional<Account> verified = MailedToken.parse(token).flatMap(accounts::verifyEmail);
    verified.ifPresent(account -> log.info("The address of account {} is verified", account.id()));
    return verified.isPresent();
  }
}
