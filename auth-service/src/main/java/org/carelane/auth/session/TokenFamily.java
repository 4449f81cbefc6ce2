package org.carelane.auth.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carelane.auth.session.Refreshed.Ended;
import org.carelane.auth.session.Refreshed.Repeated;
import org.carelane.auth.session.Refreshed.Reused;
import org.carelane.auth.session.Refreshed.Rotated;
import org.carelane.messaging.OutboxMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One sign-in and its refresh tokens, of which only the latest is valid. If an earlier one comes
 * again, a thief has used either this one or the ones after it. Nobody can tell which, so the
 * family ends for both, thief and owner.
 *
 * <p><b>Two tabs that refresh at once</b> present the same token, and the second is no thief. So
 * for some seconds after a refresh the same client gets the same new token again; if that was used
 * meanwhile, the one that is valid now.
 *
 * <p><b>If the answer to a refresh is lost</b>, the client has only the old token. If it sent an
 * {@code Idempotency-Key}, it may send the old token with the same key again, at any time and from
 * anywhere, and gets the same new token, until that one is used.
 *
 * @param current hash of the only valid token
 * @param nonce from which the current token was made
 * @param rotations the latest refreshes, the oldest first; {@code null} in documents of releases
 *     before it
 * @param client what the client called itself at the sign-in; {@code null} if it said nothing, and
 *     in documents of releases before it
 * @param outbox {@code null} in documents of releases before it
 */
@Document(TokenFamily.COLLECTION)
@CompoundIndex(name = "sessions", def = "{'accountId': 1, 'signedInAt': -1, '_id': -1}")
record TokenFamily(
    @Id String id,
    String accountId,
    Instant signedInAt,
    @Indexed Instant expiresAt,
    String current,
    String nonce,
    @Nullable List<Rotation> rotations,
    @Nullable Revocation revoked,
    @Nullable String client,
    @Nullable List<OutboxMessage> outbox,
    @Version @Nullable Long version) {

  static final String COLLECTION = "token_families";

  /** More refreshes within some seconds are not the work of a browser's tabs. */
  private static final int ROTATIONS = 8;

  /**
   * A refresh: whoever has the old token can be told the new one again.
   *
   * @param key the request's Idempotency-Key
   * @param client fingerprint of who sent it
   */
  record Rotation(String nonce, @Nullable String key, String client, Instant at) {}

  record Revocation(Reason reason, Instant at) {}

  enum Reason {
    SIGNED_OUT,
    TOKEN_REUSED,
    ACCOUNT_DISABLED
  }

  static TokenFamily begin(
      RefreshToken first,
      String accountId,
      @Nullable String client,
      Instant now,
      TokenProperties lifetimes) {
    return new TokenFamily(
        first.family(),
        accountId,
        now,
        lifetimes.expiryOf(now, now),
        first.hash(),
        "",
        List.of(),
        null,
        client,
        List.of(),
        null);
  }

  boolean isLive(Instant now) {
    return revoked == null && expiresAt.isAfter(now);
  }

  Instant lastUsedAt() {
    return rotations == null || rotations.isEmpty() ? signedInAt : rotations.getLast().at();
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
      ClientFingerprint client,
      Instant now,
      TokenProperties lifetimes) {
    if (!isLive(now)) {
      return new Ended();
    }
    if (current.equals(presented.hash())) {
      var rotation = new Rotation(newNonce, key, client.value(), now);
      var successor = presented.successor(newNonce, key);
      return new Rotated(rotated(successor, rotation, now, lifetimes), successor);
    }
    return withItsKey(presented, key)
        .or(() -> soonAfter(presented, client, recent(now, lifetimes)))
        .<Refreshed>map(successor -> new Repeated(this, successor))
        .orElseGet(() -> new Reused(revoke(Reason.TOKEN_REUSED, now)));
  }

  private Optional<RefreshToken> withItsKey(RefreshToken presented, @Nullable String key) {
    return key == null
        ? Optional.empty()
        : Optional.of(presented.successor(nonce, key)).filter(this::isCurrent);
  }

  /** The valid token, if it came from the presented one by refreshes of this client alone. */
  private Optional<RefreshToken> soonAfter(
      RefreshToken presented, ClientFingerprint client, List<Rotation> recent) {
    for (int from = recent.size() - 1; from >= 0; from--) {
      var since = recent.subList(from, recent.size());
      var newest = presented;
      for (var rotation : since) {
        newest = newest.successor(rotation.nonce(), rotation.key());
      }
      if (isCurrent(newest)) {
        return since.stream().allMatch(it -> it.client().equals(client.value()))
            ? Optional.of(newest)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isCurrent(RefreshToken token) {
    return current.equals(token.hash());
  }

  private List<Rotation> recent(Instant now, TokenProperties lifetimes) {
    return rotations == null
        ? List.of()
        : rotations.stream()
            .filter(it -> it.at().plus(lifetimes.repeatableFor()).isAfter(now))
            .toList();
  }

  private TokenFamily rotated(
      RefreshToken successor, Rotation rotation, Instant now, TokenProperties lifetimes) {
    var all = new ArrayList<>(recent(now, lifetimes));
    all.add(rotation);
    return new TokenFamily(
        id,
        accountId,
        signedInAt,
        lifetimes.expiryOf(signedInAt, now),
        successor.hash(),
        rotation.nonce(),
        List.copyOf(all.subList(Math.max(0, all.size() - ROTATIONS), all.size())),
        revoked,
        client,
        outbox,
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
            rotations,
            new Revocation(reason, now),
            client,
            outbox,
            version);
  }

  TokenFamily saying(OutboxMessage message) {
    List<OutboxMessage> before = outbox == null ? List.of() : outbox;
    return new TokenFamily(
        id,
        accountId,
        signedInAt,
        expiresAt,
        current,
        nonce,
        rotations,
        revoked,
        client,
        Stream.concat(before.stream(), Stream.of(message)).toList(),
        version);
  }
}
