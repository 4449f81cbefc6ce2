package org.carelane.auth.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The keys that a replica has loaded, and when. */
record KeyRing(List<OpenKey> keys, Instant lookedUpAt) {

  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  /** Also if the clock was put back since. */
  boolean isStale(Instant now) {
    return lookedUpAt.plus(GOOD_FOR).isBefore(now) || lookedUpAt.isAfter(now.plus(GOOD_FOR));
  }

  /** The key that signs: the newest whose period has begun. */
  JWKSet signing(Instant now) {
    return new JWKSet(signer(now).jwk());
  }

  /** For how long the key that signs has been signing. */
  Duration age(Instant now) {
    return Duration.between(signer(now).activeFrom(), now);
  }

  private OpenKey signer(Instant now) {
    return keys.stream()
        .filter(key -> !key.activeFrom().isAfter(now))
        .max(Comparator.comparing(OpenKey::activeFrom))
        .orElseThrow();
  }

  /** The public keys that verify: all that have not expired, also those that do not sign yet. */
  JWKSet published(Instant now) {
    var unexpired = keys.stream().filter(key -> key.expiresAt().isAfter(now));
    return new JWKSet(unexpired.<JWK>map(key -> key.jwk().toPublicJWK()).toList());
  }
}
