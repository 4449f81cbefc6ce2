package org.carelane.auth.account;

import java.util.List;
import org.carelane.auth.account.Registration.EmailTaken;
import org.carelane.auth.account.Registration.KeyReused;
import org.carelane.auth.account.Registration.Registered;
import org.carelane.auth.account.Registration.TooManyAttempts;
import org.carelane.auth.account.Registration.UnfitPassword;
import org.carelane.auth.attempt.ClientAddress;
import org.carelane.auth.attempt.SignInAttempts;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Creates accounts: patients register themselves, administrators create all other accounts. */
@Component
public class RegistrationProcess {

  private static final Logger log = LoggerFactory.getLogger(RegistrationProcess.class);

  /** Every visitor, to the release before. */
  private static final String ANYONE = "anyone";

  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInAttempts attempts;

  RegistrationProcess(Accounts accounts, Passwords passwords, SignInAttempts attempts) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
  }

  /** Creates an account. Of two requests for one e-mail, one succeeds. */
  public Registration register(NewAccount wanted) {
    return create(Ids.next(), wanted);
  }

  /**
   * Creates one account per key and actor.
   *
   * @param actor who sends it; another actor's same key means another account
   */
  public Registration register(
      NewAccount wanted, @Nullable IdempotencyKey key, String actor, ClientAddress from) {
    return key == null ? register(wanted) : register(wanted, List.of(idOf(key, actor)), from);
  }

  /** The same for a visitor, who is told from others by the address that is to be registered. */
  public Registration registerVisitor(
      NewAccount wanted, @Nullable IdempotencyKey key, ClientAddress from) {
    if (key == null) {
      return register(wanted);
    }
    var id = idOf(key, wanted.email().value());
    return register(wanted, List.of(id, idOf(key, ANYONE)), from);
  }

  /**
   * @param ids that this request gives an account, in this release and in the one before
   */
  private Registration register(NewAccount wanted, List<String> ids, ClientAddress from) {
    var existing = accounts.find(ids.getFirst());
    if (existing.isPresent()) {
      return repeat(existing.get(), wanted, from);
    }
    return switch (create(ids.getFirst(), wanted)) {
      case EmailTaken taken ->
          accounts
              .find(wanted.email())
              .filter(account -> ids.contains(account.id()))
              .<Registration>map(twin -> repeat(twin, wanted, from))
              .orElse(taken);
      case Registration other -> other;
    };
  }

  private static String idOf(IdempotencyKey key, String actor) {
    return key.idFor(actor, "register");
  }

  private Registration create(String id, NewAccount wanted) {
    var complaint = PasswordPolicy.complaint(wanted.password(), wanted.email(), wanted.name());
    if (complaint.isPresent()) {
      return new UnfitPassword(complaint.get());
    }
    try {
      var account = accounts.add(id, wanted, passwords.hash(wanted.password()));
      log.info("Registered account {} as {}", id, account.roles());
      return new Registered(account);
    } catch (DuplicateKeyException e) {
      return new EmailTaken();
    }
  }

  private Registration repeat(Account account, NewAccount wanted, ClientAddress from) {
    if (!wanted.created(account)) {
      return new KeyReused();
    }
    return attempts.attempt(
        account.email(), from, TooManyAttempts::new, () -> compare(account, wanted, from));
  }

  private Registration compare(Account account, NewAccount wanted, ClientAddress from) {
    if (passwords.match(wanted.password(), account.passwordHash())) {
      attempts.succeeded(account.email(), from);
      return new Registered(account);
    }
    attempts.failed(from);
    return new KeyReused();
  }
}
