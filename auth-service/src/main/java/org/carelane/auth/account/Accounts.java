package org.carelane.auth.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.ExpectedToken.Purpose;
import org.carelane.documents.Claims;
import org.carelane.documents.CompareAndSet;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.TextSearch;
import org.carelane.messaging.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored accounts. Unique indexes on id and e-mail prevent duplicates. */
@Component
public class Accounts {

  static final String TOPIC = "account.events";
  static final String LETTERS = "letter.commands";

  private static final String SESSIONS_DUE = "sessionsDueAt";
  private static final Duration SESSIONS_END_WITHIN = Duration.ofSeconds(30);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final Claims claims;
  private final Messages messages;
  private final MailedTokenProperties lifetimes;
  private final Clock clock;

  Accounts(
      MongoOperations mongo,
      DocumentReader reader,
      Claims claims,
      Messages messages,
      MailedTokenProperties lifetimes,
      Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.claims = claims;
    this.messages = messages;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  public Optional<Account> find(String id) {
    return reader.find(id, Account.class);
  }

  public Optional<Account> find(EmailAddress email) {
    var byEmail = Query.query(Criteria.where("email").is(email.value()));
    return reader.first(byEmail, Account.class);
  }

  /**
   * Stores an account, with its event and the mail that verifies its address in the outbox.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the id or the e-mail is taken
   */
  Account add(String id, NewAccount wanted, String passwordHash) {
    var account = Account.registered(id, wanted, passwordHash, now());
    var registered = messages.message(TOPIC, id, AccountRegistered.of(account));
    var announced = account.saying(registered);
    return mongo.insert(account.emailVerified() ? announced : expectingVerification(announced));
  }

  /**
   * Disables or enables an account, with an event in the outbox. Does nothing if it is so already.
   */
  public Optional<Account> setDisabled(String id, boolean disabled) {
    return change(
        id,
        account ->
            account.disabled() == disabled ? account : saveAnnounced(account.disabled(disabled)));
  }

  /**
   * Changes what its owner says of himself, with an event in the outbox. Does nothing if it is so
   * already.
   *
   * @param decide is called again with what another request has saved meanwhile
   */
  public Optional<Account> setProfile(String id, Function<Account, Profile> decide) {
    return change(
        id,
        account -> {
          var profile = decide.apply(account);
          return profile.equals(Profile.of(account))
              ? account
              : saveAnnounced(account.with(profile));
        });
  }

  /**
   * Announces an account as it is, with an event in the outbox: for readers that do not have it.
   */
  public void announce(String id) {
    change(id, this::saveAnnounced);
  }

  /** Mails a token that verifies the address, unless it is verified. */
  public Optional<Account> mailVerification(String id) {
    return change(
        id,
        account -> account.emailVerified() ? account : mongo.save(expectingVerification(account)));
  }

  private Account expectingVerification(Account account) {
    var token = MailedToken.next(account.id());
    var expiresAt = now().plus(lifetimes.emailVerificationLives());
    var command = SendEmailVerification.of(account, token, expiresAt);
    return account
        .expecting(new ExpectedToken(Purpose.EMAIL_VERIFICATION, token.hash(), expiresAt))
        .saying(messages.message(LETTERS, account.id(), command));
  }

  /** Mails a token with which the password can be reset. Those mailed before stay of use too. */
  public Optional<Account> mailPasswordReset(EmailAddress email) {
    return CompareAndSet.repeat(
        () -> find(email).map(account -> mongo.save(expectingReset(account))));
  }

  private Account expectingReset(Account account) {
    var token = MailedToken.next(account.id());
    var expiresAt = now().plus(lifetimes.passwordResetLives());
    var command = SendPasswordReset.of(account, token, expiresAt);
    return account
        .expecting(new ExpectedToken(Purpose.PASSWORD_RESET, token.hash(), expiresAt))
        .saying(messages.message(LETTERS, account.id(), command));
  }

  /** Notes that the address is its owner's, with an event in the outbox, if the token says so. */
  public Optional<Account> verifyEmail(MailedToken token) {
    return changeIf(
        token.accountId(),
        account -> account.expectsVerification(token, now()),
        account -> account.emailVerified() ? account : saveAnnounced(account.verified(now())));
  }

  /** The account whose password the token can reset now. */
  public Optional<Account> resettable(MailedToken token) {
    return find(token.accountId()).filter(account -> account.expectsReset(token, now()));
  }

  /**
   * Sets another password and uses the token up: of two requests with it, one succeeds. The address
   * is verified by it.
   */
  public Optional<Account> resetPassword(MailedToken token, String passwordHash) {
    return changeIf(
        token.accountId(),
        account -> account.expectsReset(token, now()),
        account -> {
          var reset = account.withPassword(passwordHash, null, sessionsDue());
          return account.emailVerified() ? mongo.save(reset) : saveAnnounced(reset.verified(now()));
        });
  }

  /**
   * Sets another password, unless it is another already.
   *
   * @param compared the account whose password was shown to be known
   * @param spared the session that goes on
   */
  public Optional<Account> changePassword(
      Account compared, String passwordHash, @Nullable String spared) {
    return changeIf(
        compared.id(),
        account -> account.passwordHash().equals(compared.passwordHash()),
        account -> mongo.save(account.withPassword(passwordHash, spared, sessionsDue())));
  }

  /** If the request that sets it does not come to end the sessions, another one has to. */
  private Instant sessionsDue() {
    return now().plus(SESSIONS_END_WITHIN);
  }

  /** Ids of accounts that have sessions to be ended, and that no other process has taken. */
  public List<String> takeThoseWithSessionsToEnd(int atMost) {
    var due = Criteria.where(SESSIONS_DUE).lte(clock.instant());
    return claims.claim(mongo.getCollectionName(Account.class), due, SESSIONS_DUE, atMost);
  }

  /** Nothing is due any more, unless the account was changed again meanwhile. */
  public void noteSessionsEnded(Account account) {
    var same =
        Criteria.where("_id")
            .is(account.id())
            .and("sessionCut.generation")
            .is(account.sessionGeneration());
    mongo.updateFirst(Query.query(same), new Update().unset(SESSIONS_DUE), Account.class);
  }

  private Optional<Account> change(String id, UnaryOperator<Account> decideAndSave) {
    return changeIf(id, _ -> true, decideAndSave);
  }

  private Optional<Account> changeIf(
      String id, Predicate<Account> wanted, UnaryOperator<Account> decideAndSave) {
    return CompareAndSet.repeat(() -> find(id).filter(wanted).map(decideAndSave));
  }

  private Account saveAnnounced(Account changed) {
    var at = changed.nextChange(now());
    var updated = messages.message(TOPIC, changed.id(), AccountUpdated.of(changed, at));
    return mongo.save(changed.announced(at, updated));
  }

  /** To milliseconds, as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Ids in their order.
   *
   * @param after the last one already seen
   */
  public List<String> ids(@Nullable String after, int limit) {
    var wanted = after == null ? new Criteria() : Criteria.where("_id").gt(after);
    var query = Query.query(wanted).with(Sort.by("_id")).limit(limit);
    query.fields().include("_id");
    return mongo.find(query, Document.class, mongo.getCollectionName(Account.class)).stream()
        .map(it -> Objects.requireNonNull(it.getString("_id")))
        .toList();
  }

  /** Stores a better hash of the same password, unless the account changes at the same time. */
  public void rehash(Account account, String passwordHash) {
    var unchanged =
        Criteria.where("_id").is(account.id()).and("passwordHash").is(account.passwordHash());
    mongo.updateFirst(
        Query.query(unchanged),
        Update.update("passwordHash", passwordHash).inc("version", 1),
        Account.class);
  }

  /**
   * Accounts by e-mail.
   *
   * @param role which they must have
   * @param text which their e-mail or name must contain
   * @param after the e-mail of the last one already seen
   */
  public List<Account> list(
      @Nullable Role role, @Nullable String text, @Nullable String after, int limit) {
    List<Criteria> wanted = new ArrayList<>();
    if (role != null) {
      wanted.add(Criteria.where("roles").is(role));
    }
    if (after != null) {
      wanted.add(Criteria.where("email").gt(after));
    }
    if (text != null && !text.isBlank()) {
      wanted.add(TextSearch.containing(text, "email", "name"));
    }
    var all = wanted.isEmpty() ? new Criteria() : new Criteria().andOperator(wanted);
    return reader.readable(Query.query(all).with(Sort.by("email")).limit(limit), Account.class);
  }
}
