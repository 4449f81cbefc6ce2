package org.carelane.auth.account;

import java.util.Locale;

/** An address in the one form in which it is stored and compared: trimmed, lower case. */
public record EmailAddress(String value) {

  public static final int MAX_LENGTH = 254;

  /**
   * Regex for input: ASCII, a domain with a dot, spaces around it. The lookahead limits the length,
   * and so the regex's recursion.
   */
  public static final String SYNTAX =
      "\\s*(?=[^@\\s]{1,64}@[^@\\s]{1,253}\\s*$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
          + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
          + "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\s*";

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
  }

  String localPart() {
    return value.substring(0, Math.max(0, value.indexOf('@')));
  }
}
