package org.carelane.notifications.letter;

import java.util.List;

/**
 * The text of an e-mail without layout. Line breaks are removed from every part, so that a name
 * cannot add a header or a paragraph.
 *
 * @param facts shown as a table
 */
record LetterText(
    String subject, String salutation, String opening, List<Fact> facts, String closing) {

  /**
   * @param isLink whether the value is an address that can be followed
   */
  record Fact(String name, String value, boolean isLink) {

    Fact {
      value = oneLine(value);
    }

    Fact(String name, String value) {
      this(name, value, false);
    }
  }

  LetterText {
    subject = oneLine(subject);
    salutation = oneLine(salutation);
    opening = oneLine(opening);
    facts = List.copyOf(facts);
    closing = oneLine(closing);
  }

  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
