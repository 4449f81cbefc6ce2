package org.carelane.auth.admin;

import java.util.Optional;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Accounts;
import org.carelane.auth.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Disables and enables accounts. */
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
   * First disables the account, so that nothing signs in or refreshes; then ends its sign-ins.
   * After a crash in between, repeating the request completes it.
   */
  public Optional<Account> disable(String id) {
    var disabled = accounts.setDisabled(id, true);
    disabled.ifPresent(
        account -> {
          sessions.endAllOfDisabled(id);
          log.info("Account {} is disabled", id);
        });
    return disabled;
  }

  /** Ends old sign-ins first, which a crash may have left: they must not become valid again. */
  public Optional<Account> enable(String id) {
    if (accounts.find(id).filter(Account::disabled).isPresent()) {
      sessions.endAllOfDisabled(id);
      log.info("Account {} is enabled", id);
    }
    return accounts.setDisabled(id, false);
  }

  public void endSessions(String id, String administratorId) {
    sessions.endAllOf(id, null);
    log.info("Sessions of account {} are ended by administrator {}", id, administratorId);
  }

  /** Checked because the access token of a disabled administrator is valid until it expires. */
  public boolean isActive(String accountId) {
    return accounts.find(accountId).filter(account -> !account.disabled()).isPresent();
  }
}
