package org.carelane.rest.text;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one form in which equal texts are equal. */
public final class Texts {

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");
  private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");
  private static final Pattern SPACE_AT_THE_ENDS = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");

  private Texts() {}

  /** Composed (NFC), without spaces at its ends, and with single spaces between words. */
  public static String line(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var folded = SPACES.matcher(composed).replaceAll(" ");
    return SPACE_AT_THE_ENDS.matcher(folded).replaceAll("");
  }

  /** As {@link #line}, line by line; empty lines stay, but not at the beginning and the end. */
  public static String prose(String text) {
    var broken = LINE_BREAK.matcher(text).replaceAll("\n");
    var lines = broken.lines().map(Texts::endTrimmed).collect(Collectors.joining("\n"));
    return SPACE_AT_THE_ENDS.matcher(lines).replaceAll("");
  }

  /** A line may be indented, by one space. */
  private static String endTrimmed(String line) {
    var composed = Normalizer.normalize(line, Normalizer.Form.NFC);
    return SPACES.matcher(composed).replaceAll(" ").stripTrailing();
  }

  /** Whether it has no half of a surrogate pair and no NUL: neither can be stored or sent on. */
  public static boolean isWhole(String text) {
    return text.codePoints().noneMatch(it -> it == 0 || isSurrogate(it));
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
