package org.carelane.auth.session;

import java.time.Instant;
import org.carelane.auth.session.Refreshed.Ended;
import org.carelane.auth.session.Refreshed.Repeated;
import org.carelane.auth.session.Refreshed.Reused;
import org.carelane.auth.session.Refreshed.Rotated;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One sign-in and its refresh tokens, of which only the latest is valid. If an earlier one comes
 * again, a thief has used either this one or the ones after it. Nobody can tell which, so the
 * family ends for both, thief and owner.
 *
 * <p><b>If the answer to a refresh is lost</b>, the client has only the old token. If it sent an
 * {@code Idempotency-Key}, it may send the old token with the same key again, and gets the same new
 * token, until that one is used. Without a key the repetition is a reuse, and the user has to sign
 * in again. So is the second of two concurrent refreshes with one token.
 *
 * @param current hash of the only valid token
 * @param nonce from which the current token was made
 */
@Document("token_families")
record TokenFamily(
    @Id String id,
    @Indexed String accountId,
    Instant signedInAt,
    @Indexed Instant expiresAt,
    String current,
    String nonce,
    @Nullable Revocation revoked,
    @Version @Nullable Long version) {

  record Revocation(Reason reason, Instant at) {}

  enum Reason {
    SIGNED_OUT,
    TOKEN_REUSED,
    ACCOUNT_DISABLED
  }

  static TokenFamily begin(
      RefreshToken first, String accountId, Instant now, TokenProperties lifetimes) {
    var expiresAt = lifetimes.expiryOf(now, now);
    return new TokenFamily(first.family(), accountId, now, expiresAt, first.hash(), "", null, null);
  }

  /**
   * Exchanges a token.
   *
   * @param newNonce never used before
   * @param key the request's Idempotency-Key
   */
  Refreshed refresh(
      RefreshToken presented,
      String newNonce,
      @Nullable String key,
      Instant now,
      TokenProperties lifetimes) {
    if (revoked != null || !expiresAt.isAfter(now)) {
      return new Ended();
    }
    if (current.equals(presented.hash())) {
      var successor = presented.successor(newNonce, key);
      return new Rotated(rotated(successor, newNonce, now, lifetimes), successor);
    }
    if (key != null) {
      var again = presented.successor(nonce, key);
      if (current.equals(again.hash())) {
        return new Repeated(this, again);
      }
    }
    return new Reused(revoke(Reason.TOKEN_REUSED, now));
  }

  private TokenFamily rotated(
      RefreshToken successor, String newNonce, Instant now, TokenProperties lifetimes) {
    return new TokenFamily(
        id,
        accountId,
        signedInAt,
        lifetimes.expiryOf(signedInAt, now),
        successor.hash(),
        newNonce,
        revoked,
        version);
  }

  /** Ends the family; one that has ended stays as it is. */
  TokenFamily revoke(Reason reason, Instant now) {
    return revoked != null
        ? this
        : new TokenFamily(
            id,
            accountId,
            signedInAt,
            expiresAt,
            current,
            nonce,
            new Revocation(reason, now),
            version);
  }
}
