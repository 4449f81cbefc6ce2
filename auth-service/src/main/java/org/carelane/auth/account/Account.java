package org.carelane.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.ExpectedToken.Purpose;
import org.carelane.messaging.OutboxMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Someone who can sign in. What may be {@code null} is missing in documents of releases before it.
 *
 * @param email in the form of {@link EmailAddress}
 * @param disabled whether it can neither sign in nor stay signed in
 * @param changedAt when it was last announced to others; {@code null} if that was its registration
 * @param emailVerifiedAt when its owner showed that mail to the address reaches him; {@code null}
 *     before that
 * @param language BCP 47 tag
 * @param zone a region of the time-zone database
 * @param request fingerprint of the request that created it
 * @param sessionCut which sign-ins are worth nothing since the password is another
 * @param sessionsDueAt when those sign-ins are to be ended, if nobody has by then
 * @param expected the tokens that were mailed and are still of use, the oldest first
 */
@Document("accounts")
public record Account(
    @Id String id,
    @Indexed(unique = true) String email,
    String name,
    Set<Role> roles,
    String passwordHash,
    boolean disabled,
    Instant registeredAt,
    @Nullable Instant changedAt,
    @Nullable Instant emailVerifiedAt,
    @Nullable String language,
    @Nullable String zone,
    @Nullable String request,
    @Nullable SessionCut sessionCut,
    @Indexed(sparse = true) @Nullable Instant sessionsDueAt,
    @Nullable List<ExpectedToken> expected,
    List<OutboxMessage> outbox,
    @Version @Nullable Long version) {

  /** More tokens of a kind are not of use at a time: the oldest are forgotten. */
  private static final int TOKENS_OF_A_KIND = 5;

  static Account registered(String id, NewAccount wanted, String passwordHash, Instant now) {
    return new Account(
        id,
        wanted.email().value(),
        wanted.name(),
        wanted.roles(),
        passwordHash,
        false,
        now,
        null,
        wanted.emailVerified() ? now : null,
        wanted.language(),
        wanted.zone(),
        wanted.fingerprint(),
        null,
        null,
        List.of(),
        List.of(),
        null);
  }

  public boolean emailVerified() {
    return emailVerifiedAt != null;
  }

  /** The time of the last event: another time, another state. */
  public Instant asOf() {
    return changedAt == null ? registeredAt : changedAt;
  }

  /**
   * The time of the next event. Later than that of the event before, also if another replica's
   * clock is ahead: readers take the event with the latest time for the present state.
   */
  Instant nextChange(Instant now) {
    var earliest = asOf().plusMillis(1);
    return now.isBefore(earliest) ? earliest : now;
  }

  Account disabled(boolean now) {
    return new Copy(this).disabled(now).get();
  }

  Account with(Profile profile) {
    return new Copy(this).profile(profile).get();
  }

  Account verified(Instant now) {
    return emailVerified() ? this : new Copy(this).verifiedAt(now).get();
  }

  /**
   * Another password. Sign-ins of before are worth nothing, and neither are tokens with which it
   * could be reset.
   *
   * @param spared the session that goes on
   * @param due when the other sessions are to be ended, if nobody has by then
   */
  Account withPassword(String hash, @Nullable String spared, Instant due) {
    var others = tokens().stream().filter(it -> it.purpose() != Purpose.PASSWORD_RESET).toList();
    var next = new SessionCut(sessionGeneration() + 1, spared);
    return new Copy(this).password(hash).cut(next, due).expected(others).get();
  }

  /** How often sign-ins have been cut off so far; a new one belongs to the present generation. */
  public int sessionGeneration() {
    return sessionCut == null ? 0 : sessionCut.generation();
  }

  /**
   * @param generation in which the session began
   */
  public boolean cutsOff(String session, int generation) {
    return sessionCut != null && sessionCut.endsSession(session, generation);
  }

  Account expecting(ExpectedToken token) {
    var ofItsKind = tokens().stream().filter(it -> it.purpose() == token.purpose()).toList();
    var tooMany = ofItsKind.subList(0, Math.max(0, ofItsKind.size() + 1 - TOKENS_OF_A_KIND));
    var kept = tokens().stream().filter(it -> !tooMany.contains(it));
    return new Copy(this).expected(Stream.concat(kept, Stream.of(token)).toList()).get();
  }

  boolean expectsReset(MailedToken token, Instant now) {
    return tokens().stream()
        .anyMatch(it -> it.is(token, Purpose.PASSWORD_RESET) && it.expiresAt().isAfter(now));
  }

  /** A token that has verified the address is good for that again, also when it has expired. */
  boolean expectsVerification(MailedToken token, Instant now) {
    return tokens().stream()
        .filter(it -> it.is(token, Purpose.EMAIL_VERIFICATION))
        .anyMatch(it -> emailVerified() || it.expiresAt().isAfter(now));
  }

  Account saying(OutboxMessage message) {
    return new Copy(this).saying(message).get();
  }

  Account announced(Instant at, OutboxMessage message) {
    return new Copy(this).changedAt(at).saying(message).get();
  }

  List<ExpectedToken> tokens() {
    return expected == null ? List.of() : expected;
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }

  /** Changes some components of an account. */
  private static final class Copy {

    private final Account from;
    private String name;
    private String passwordHash;
    private boolean disabled;
    private @Nullable Instant changedAt;
    private @Nullable Instant emailVerifiedAt;
    private @Nullable String language;
    private @Nullable String zone;
    private @Nullable SessionCut sessionCut;
    private @Nullable Instant sessionsDueAt;
    private @Nullable List<ExpectedToken> expected;
    private List<OutboxMessage> outbox;

    Copy(Account from) {
      this.from = from;
      name = from.name;
      passwordHash = from.passwordHash;
      disabled = from.disabled;
      changedAt = from.changedAt;
      emailVerifiedAt = from.emailVerifiedAt;
      language = from.language;
      zone = from.zone;
      sessionCut = from.sessionCut;
      sessionsDueAt = from.sessionsDueAt;
      expected = from.expected;
      outbox = from.outbox;
    }

    Copy disabled(boolean now) {
      disabled = now;
      return this;
    }

    Copy profile(Profile profile) {
      name = profile.name();
      language = profile.language();
      zone = profile.zone();
      return this;
    }

    Copy verifiedAt(Instant now) {
      emailVerifiedAt = now;
      return this;
    }

    Copy password(String hash) {
      passwordHash = hash;
      return this;
    }

    Copy cut(SessionCut cut, Instant due) {
      sessionCut = cut;
      sessionsDueAt = due;
      return this;
    }

    Copy expected(List<ExpectedToken> tokens) {
      expected = tokens;
      return this;
    }

    Copy changedAt(Instant at) {
      changedAt = at;
      return this;
    }

    Copy saying(OutboxMessage message) {
      outbox = Stream.concat(outbox.stream(), Stream.of(message)).toList();
      return this;
    }

    Account get() {
      return new Account(
          from.id,
          from.email,
          name,
          from.roles,
          passwordHash,
          disabled,
          from.registeredAt,
          changedAt,
          emailVerifiedAt,
          language,
          zone,
          from.request,
          sessionCut,
          sessionsDueAt,
          expected,
          outbox,
          from.version);
    }
  }
}
