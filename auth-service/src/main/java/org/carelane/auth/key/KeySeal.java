package org.carelane.auth.key;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.validation.annotation.Validated;

/**
 * Encrypts private signing keys for the database with AES-256-GCM.
 *
 * @param keyEncryptionSecret 32 random characters or more; there is no default outside the local
 *     profile
 * @param formerKeyEncryptionSecret the secret before, or empty; only opens: what it sealed is
 *     sealed again with the present one
 */
@Validated
@ConfigurationProperties("carelane.auth")
public record KeySeal(
    @NotNull
        @Size(min = 32, message = "set CARELANE_AUTH_KEY_ENCRYPTION_SECRET: 32 characters or more")
        String keyEncryptionSecret,
    @DefaultValue("") String formerKeyEncryptionSecret) {

  /**
   * @param salt hexadecimal
   */
  String seal(String text, String salt) {
    return Encryptors.delux(keyEncryptionSecret, salt).encrypt(text);
  }

  /**
   * Decrypts what {@link #seal} encrypted.
   *
   * @throws IllegalStateException when it was sealed with another secret, or altered
   */
  String open(String sealed, String salt) {
    return Encryptors.delux(keyEncryptionSecret, salt).decrypt(sealed);
  }

  /** Decrypts what was sealed with the former secret; empty for anything else. */
  Optional<String> openFormer(String sealed, String salt) {
    if (formerKeyEncryptionSecret.isEmpty() || opens(keyEncryptionSecret, sealed, salt)) {
      return Optional.empty();
    }
    return opens(formerKeyEncryptionSecret, sealed, salt)
        ? Optional.of(Encryptors.delux(formerKeyEncryptionSecret, salt).decrypt(sealed))
        : Optional.empty();
  }

  private static boolean opens(String secret, String sealed, String salt) {
    try {
      Encryptors.delux(secret, salt).decrypt(sealed);
      return true;
    } catch (IllegalStateException another) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "KeySeal[]";
  }
}
