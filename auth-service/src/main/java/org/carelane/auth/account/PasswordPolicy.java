package org.carelane.auth.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which passwords are accepted. There is a minimum length, but no rule on kinds of characters, and
 * what is often chosen, or follows from who one is, is refused (NIST SP 800-63B). The maximum is
 * the number of bytes that bcrypt looks at.
 */
public final class PasswordPolicy {

  static final int MIN_LENGTH = 8;

  /** Of 0 to 4. Less is guessed in a million attempts. */
  private static final int LEAST_SCORE = 2;

  private static final int SHORTEST_WORD = 4;

  /** Has lists of common passwords, names and words, and knows how people vary them. */
  private static final Zxcvbn GUESSES = new Zxcvbn();

  private PasswordPolicy() {}

  /**
   * What is wrong with a password, if anything.
   *
   * @param name of whose it is
   */
  public static Optional<String> complaint(String password, EmailAddress email, String name) {
    if (password.codePointCount(0, password.length()) < MIN_LENGTH || password.isBlank()) {
      return Optional.of("must have " + MIN_LENGTH + " characters or more");
    }
    if (Passwords.bytesOf(password) > Passwords.MAX_BYTES) {
      return Optional.of("must not be longer than " + Passwords.MAX_BYTES + " bytes in UTF-8");
    }
    if (password.codePoints().anyMatch(PasswordPolicy::isNoText)) {
      return Optional.of("must be text, without NUL and without halves of characters");
    }
    if (password.codePoints().distinct().count() == 1) {
      return Optional.of("must not be one character repeated");
    }
    if (isOneOf(password, Stream.of(email.value(), email.localPart()))) {
      return Optional.of("must not be the e-mail address");
    }
    if (isOneOf(password, Stream.of(name))) {
      return Optional.of("must not be the name");
    }
    return guessed(password, email, name);
  }

  private static Optional<String> guessed(String password, EmailAddress email, String name) {
    if (score(password, List.of()) < LEAST_SCORE) {
      return Optional.of("must not be one of the passwords that are tried first");
    }
    return score(password, ownWords(email, name)) < LEAST_SCORE
        ? Optional.of("must not be made of the name or the e-mail address")
        : Optional.empty();
  }

  private static int score(String password, List<String> ownWords) {
    return GUESSES.measure(password, ownWords).getScore();
  }

  private static List<String> ownWords(EmailAddress email, String name) {
    var address = Stream.of(email.value(), email.localPart());
    var parts = (email.value() + " " + name.toLowerCase(Locale.ROOT)).split("[^\\p{L}\\p{N}]+");
    return Stream.concat(Stream.concat(address, Stream.of(name)), Stream.of(parts))
        .filter(it -> it.length() >= SHORTEST_WORD)
        .distinct()
        .toList();
  }

  private static boolean isOneOf(String password, Stream<String> own) {
    var letters = letters(password);
    var backwards = new StringBuilder(letters).reverse().toString();
    return own.map(PasswordPolicy::letters)
        .filter(it -> !it.isEmpty())
        .anyMatch(it -> it.equals(letters) || it.equals(backwards));
  }

  /** Only letters and digits, in lower case, without what is around them. */
  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static boolean isNoText(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
