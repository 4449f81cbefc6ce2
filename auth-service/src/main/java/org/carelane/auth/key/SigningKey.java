package org.carelane.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * The key of one period, as it is stored. The period's start is the {@code _id}: if replicas
 * generate a period's key at the same time, one is stored and all use that.
 *
 * @param sealed the private key as a JWK, encrypted
 * @param salt hexadecimal
 */
@Document("signing_keys")
record SigningKey(
    @Id String id, Instant activeFrom, Instant expiresAt, String sealed, String salt) {

  private static final int BITS = 2048;

  static SigningKey generate(KeyPeriod period, Instant expiresAt, KeySeal seal) {
    var salt = KeyGenerators.string().generateKey();
    return new SigningKey(
        period.start().toString(), period.start(), expiresAt, seal.seal(newJwk(), salt), salt);
  }

  /** The key id is the key's thumbprint, which is unique. */
  private static String newJwk() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyIDFromThumbprint(true)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same key sealed with the present secret, if it was sealed with the former one. */
  Optional<SigningKey> resealed(KeySeal seal) {
    return seal.openFormer(sealed, salt)
        .map(jwk -> new SigningKey(id, activeFrom, expiresAt, seal.seal(jwk, salt), salt));
  }

  OpenKey open(KeySeal seal) {
    try {
      return new OpenKey(RSAKey.parse(seal.open(sealed, salt)), activeFrom, expiresAt);
    } catch (ParseException | IllegalStateException e) {
      throw new IllegalStateException(
          "Signing key " + id + " was sealed with another key-encryption-secret", e);
    }
  }
}
