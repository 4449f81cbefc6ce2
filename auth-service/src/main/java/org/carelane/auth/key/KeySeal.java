package org.carelane.auth.key;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.validation.annotation.Validated;

/**
 * Seals private keys at rest with AES-256-GCM. Another secret than the one they were sealed with
 * opens nothing.
 *
 * @param keyEncryptionSecret 32 random characters or more; there is no default outside the local
 *     profile
 */
@Validated
@ConfigurationProperties("carelane.auth")
public record KeySeal(
    @NotNull
        @Size(min = 32, message = "set CARELANE_AUTH_KEY_ENCRYPTION_SECRET: 32 characters or more")
        String keyEncryptionSecret) {

  /**
   * @param salt hexadecimal
   */
  String seal(String text, String salt) {
    return Encryptors.delux(keyEncryptionSecret, salt).encrypt(text);
  }

  /**
   * Opens what {@link #seal} closed.
   *
   * @throws IllegalStateException when it was sealed with another secret, or altered
   */
  String open(String sealed, String salt) {
    return Encryptors.delux(keyEncryptionSecret, salt).decrypt(sealed);
  }

  @Override
  public String toString() {
    return "KeySeal[]";
  }
}
