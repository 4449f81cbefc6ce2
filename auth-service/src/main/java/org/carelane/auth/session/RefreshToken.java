package org.carelane.auth.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The token with which a client stays signed in: {@code <family>.<secret>}, opaque to the client.
 * So its family is found even after it was used.
 *
 * @param family 128 random bits, in base64url
 * @param secret 256 random bits, in base64url; the database knows only {@link #hash}
 */
record RefreshToken(String family, String secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int FAMILY_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final Pattern SYNTAX = Pattern.compile("([\\w-]{22})\\.([\\w-]{43})");

  static RefreshToken ofNewFamily() {
    return new RefreshToken(random(FAMILY_BYTES), nonce());
  }

  static Optional<RefreshToken> parse(String value) {
    var token = SYNTAX.matcher(value);
    return token.matches()
        ? Optional.of(new RefreshToken(token.group(1), token.group(2)))
        : Optional.empty();
  }

  static String nonce() {
    return random(SECRET_BYTES);
  }

  String value() {
    return family + "." + secret;
  }

  /** SHA-256 in hex. No salt is needed: nobody guesses 256 bits. */
  String hash() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(value().getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The next token. Its secret is the HMAC-SHA256 of a nonce, which only the database has, and the
   * key, under the present secret, which only the client has. So a repeated request gets the same
   * token, and neither side alone can compute it.
   *
   * @param key the request's Idempotency-Key
   */
  RefreshToken successor(String nonce, @Nullable String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(US_ASCII), "HmacSHA256"));
      mac.update(nonce.getBytes(US_ASCII));
      return new RefreshToken(
          family, base64(mac.doFinal(key == null ? new byte[0] : key.getBytes(UTF_8))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return base64(random);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "RefreshToken[]";
  }
}
