package org.carelane.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A header's text as encoded words of RFC 2047. The library writes ASCII as it is, also a text such
 * as {@code =?UTF-8?Q?Zoe?=}, which mail programs would decode: then this encodes it once more, and
 * they show what was typed.
 */
final class EncodedWords {

  private static final String BEGIN = "=?UTF-8?B?";
  private static final String END = "?=";

  /** An encoded word has 75 characters at most. */
  private static final int MOST_BYTES = (75 - BEGIN.length() - END.length()) / 4 * 3;

  private EncodedWords() {}

  /** Whether a mail program could take a part of it for an encoded word. */
  static boolean looksEncoded(String text) {
    return text.contains("=?");
  }

  /** One or more words, each on a line of the header. */
  static String of(String text) {
    return parts(text).stream()
        .map(part -> BEGIN + Base64.getEncoder().encodeToString(part.getBytes(UTF_8)) + END)
        .collect(Collectors.joining("\r\n "));
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    int bytes = 0;
    for (int codePoint : text.codePoints().toArray()) {
      var next = Character.toString(codePoint);
      int length = next.getBytes(UTF_8).length;
      if (bytes + length > MOST_BYTES) {
        parts.add(part.toString());
        part.setLength(0);
        bytes = 0;
      }
      part.append(next);
      bytes += length;
    }
    parts.add(part.toString());
    return parts;
  }
}
