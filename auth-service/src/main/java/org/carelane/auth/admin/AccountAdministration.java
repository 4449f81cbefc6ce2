package org.carelane.auth.admin;

import java.util.Optional;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Accounts;
import org.carelane.auth.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shuts accounts and opens them again. */
@Component
public class AccountAdministration {

  private static final Logger log = LoggerFactory.getLogger(AccountAdministration.class);

  private final Accounts accounts;
  private final Sessions sessions;

  AccountAdministration(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /**
   * From the first write on, nothing signs in or refreshes; then the sign-ins end. If a crash comes
   * between, asking again completes it.
   */
  public Optional<Account> disable(String id) {
    var disabled = accounts.setDisabled(id, true);
    disabled.ifPresent(
        account -> {
          sessions.endAllOf(id);
          log.info("Account {} is disabled", id);
        });
    return disabled;
  }

  /** Old sign-ins do not come back: those a crash may have left end first. */
  public Optional<Account> enable(String id) {
    if (accounts.find(id).filter(Account::disabled).isPresent()) {
      sessions.endAllOf(id);
      log.info("Account {} is enabled", id);
    }
    return accounts.setDisabled(id, false);
  }

  /** A disabled administrator's access token works no more here, though it lives. */
  public boolean isActive(String accountId) {
    return accounts.find(accountId).filter(account -> !account.disabled()).isPresent();
  }
}
