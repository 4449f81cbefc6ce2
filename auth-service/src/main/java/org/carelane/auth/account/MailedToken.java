package org.carelane.auth.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token that shows who has it that he reads an account's mail: {@code <account>.<secret>}.
 *
 * @param secret 256 random bits, in base64url; the account knows only {@link #hash}
 */
public record MailedToken(String accountId, String secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final Pattern SYNTAX = Pattern.compile("([A-Za-z0-9-]{1,36})\\.([\\w-]{43})");

  static MailedToken next(String accountId) {
    var random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    return new MailedToken(
        accountId, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  public static Optional<MailedToken> parse(String value) {
    var token = SYNTAX.matcher(value.strip());
    return token.matches()
        ? Optional.of(new MailedToken(token.group(1), token.group(2)))
        : Optional.empty();
  }

  String value() {
    return accountId + "." + secret;
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

  @Override
  public String toString() {
    return "MailedToken[]";
  }
}
