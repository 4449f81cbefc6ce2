package org.carelane.auth.account;

import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords are accepted. There is a minimum length, but no rule on kinds of characters (NIST
 * SP 800-63B). The maximum is the number of bytes that bcrypt looks at.
 */
final class PasswordPolicy {

  static final int MIN_LENGTH = 8;

  private PasswordPolicy() {}

  /** What is wrong with a password, if anything. */
  static Optional<String> complaint(String password, EmailAddress email) {
    if (password.codePointCount(0, password.length()) < MIN_LENGTH || password.isBlank()) {
      return Optional.of("must have " + MIN_LENGTH + " characters or more");
    }
    if (Passwords.bytesOf(password) > Passwords.MAX_BYTES) {
      return Optional.of("must not be longer than " + Passwords.MAX_BYTES + " bytes in UTF-8");
    }
    var lower = password.strip().toLowerCase(Locale.ROOT);
    if (lower.equals(email.value()) || lower.equals(email.localPart())) {
      return Optional.of("must not be the e-mail address");
    }
    if (password.codePoints().distinct().count() == 1) {
      return Optional.of("must not be one character repeated");
    }
    return Optional.empty();
  }
}
