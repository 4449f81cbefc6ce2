package org.carelane.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.carelane.auth.account.Account;
import org.carelane.auth.account.Accounts;
import org.carelane.auth.session.Refreshed.Ended;
import org.carelane.auth.session.Refreshed.Repeated;
import org.carelane.auth.session.Refreshed.Reused;
import org.carelane.auth.session.Refreshed.Rotated;
import org.carelane.auth.session.TokenFamily.Reason;
import org.carelane.documents.CompareAndSet;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins, renews and ends sign-ins. {@link TokenFamily} has the rules. */
@Component
public class Sessions {

  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  private final TokenFamilies families;
  private final Accounts accounts;
  private final AccessTokenIssuer accessTokens;
  private final TokenProperties lifetimes;
  private final Clock clock;

  Sessions(
      TokenFamilies families,
      Accounts accounts,
      AccessTokenIssuer accessTokens,
      TokenProperties lifetimes,
      Clock clock) {
    this.families = families;
    this.accounts = accounts;
    this.accessTokens = accessTokens;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /**
   * @param client what it calls itself
   */
  Tokens begin(Account account, @Nullable String client) {
    var first = RefreshToken.ofNewFamily();
    int generation = account.sessionGeneration();
    var family =
        TokenFamily.begin(first, account.id(), generation, client, clock.instant(), lifetimes);
    families.save(family);
    return tokens(account, family, first);
  }

  /**
   * Exchanges a refresh token for new tokens.
   *
   * @param key the request's Idempotency-Key; a repetition with the same key is no reuse
   * @param client who sends it; for some seconds its repetition is no reuse either
   * @return empty if the user has to sign in again
   */
  public Optional<Tokens> refresh(String token, @Nullable String key, ClientFingerprint client) {
    return RefreshToken.parse(token)
        .flatMap(presented -> CompareAndSet.repeat(() -> refresh(presented, key, client)));
  }

  private Optional<Tokens> refresh(
      RefreshToken presented, @Nullable String key, ClientFingerprint client) {
    var found = families.find(presented.family());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var refreshed =
        found
            .get()
            .refresh(presented, RefreshToken.nonce(), key, client, clock.instant(), lifetimes);
    return switch (refreshed) {
      case Rotated(var family, var successor) -> {
        families.save(family);
        yield tokens(family, successor);
      }
      case Repeated(var family, var successor) -> tokens(family, successor);
      case Reused(var family) -> {
        families.saveEnded(family);
        log.warn("A used refresh token of account {} came again: signed out", family.accountId());
        yield Optional.empty();
      }
      case Ended _ -> Optional.empty();
    };
  }

  private Optional<Tokens> tokens(TokenFamily family, RefreshToken token) {
    return accounts
        .find(family.accountId())
        .filter(family::isGoodFor)
        .map(account -> tokens(account, family, token));
  }

  private Tokens tokens(Account account, TokenFamily family, RefreshToken token) {
    return new Tokens(
        accessTokens.issue(account, family.id()),
        lifetimes.accessTokenLives(),
        token.value(),
        Duration.between(clock.instant(), family.expiresAt()));
  }

  /** Those of an account that go on, the latest first. */
  public Page<Session> of(String accountId, PageRequest page) {
    return families.live(accountId, page).map(Session::of);
  }

  public long countOf(String accountId) {
    return families.countLive(accountId);
  }

  /** Whether it goes on: it has neither expired nor been ended or cut off. */
  public boolean isLive(String sessionId) {
    return families
        .find(sessionId)
        .filter(it -> it.isLive(clock.instant()))
        .filter(it -> accounts.find(it.accountId()).filter(it::isGoodFor).isPresent())
        .isPresent();
  }

  /** Ends the sign-in a token belongs to, however old the token. Unknown ones are ignored. */
  public void end(String token) {
    RefreshToken.parse(token)
        .ifPresent(presented -> CompareAndSet.repeat(() -> end(families.find(presented.family()))));
  }

  /**
   * Ends one of an account's sessions.
   *
   * @return whether there is one of that id that goes on
   */
  public boolean end(String accountId, String sessionId) {
    return CompareAndSet.repeat(
        () ->
            end(families.find(sessionId).filter(family -> family.accountId().equals(accountId)))
                .isPresent());
  }

  private Optional<TokenFamily> end(Optional<TokenFamily> family) {
    var now = clock.instant();
    var live = family.filter(it -> it.isLive(now));
    live.map(it -> it.revoke(Reason.SIGNED_OUT, now)).ifPresent(families::saveEnded);
    return live;
  }

  /**
   * Ends all sign-ins of an account.
   *
   * @param spared the session that goes on
   */
  public void endAllOf(String accountId, @Nullable String spared) {
    families.revokeAllOf(accountId, spared, Reason.SIGNED_OUT);
  }

  /** Ends those that are worth nothing since the password is another. Can be repeated. */
  public void endCutOff(Account account) {
    if (account.sessionCut() != null) {
      families.revokeCutOff(account.id(), account.sessionCut());
      accounts.noteSessionsEnded(account);
    }
  }

  public void endAllOfDisabled(String accountId) {
    families.revokeAllOf(accountId, null, Reason.ACCOUNT_DISABLED);
  }
}
