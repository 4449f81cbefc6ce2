package org.carelane.auth.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.carelane.accesstoken.Role;
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

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final Messages messages;
  private final Clock clock;

  Accounts(MongoOperations mongo, DocumentReader reader, Messages messages, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.messages = messages;
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
   * Stores an account, with its event in the outbox.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the id or the e-mail is taken
   */
  Account add(String id, NewAccount account, String passwordHash) {
    var now = now();
    var registered = messages.message(TOPIC, id, AccountRegistered.of(id, account, now));
    return mongo.insert(
        new Account(
            id,
            account.email().value(),
            account.name(),
            account.roles(),
            passwordHash,
            false,
            now,
            null,
            List.of(registered),
            null));
  }

  /**
   * Disables or enables an account, with an event in the outbox. Does nothing if it is so already.
   */
  public Optional<Account> setDisabled(String id, boolean disabled) {
    return CompareAndSet.repeat(
        () ->
            find(id)
                .map(
                    account ->
                        account.disabled() == disabled ? account : change(account, disabled)));
  }

  private Account change(Account account, boolean disabled) {
    var at = account.nextChange(now());
    var updated = AccountUpdated.of(account, disabled, at);
    return mongo.save(
        account.changed(disabled, at, messages.message(TOPIC, account.id(), updated)));
  }

  /** To milliseconds, as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Announces an account as it is, with an event in the outbox: for readers that do not have it.
   */
  public void announce(String id) {
    CompareAndSet.repeat(() -> find(id).map(account -> change(account, account.disabled())));
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
