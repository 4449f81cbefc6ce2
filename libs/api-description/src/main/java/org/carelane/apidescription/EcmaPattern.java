package org.carelane.apidescription;

import java.util.regex.Pattern;

/**
 * A pattern of Bean Validation as one of JSON Schema: ECMA-262 without its flag for Unicode, and
 * anchored, since Bean Validation compares the whole text.
 */
final class EcmaPattern {

  private static final String CONTROL = "\\u0000-\\u001f\\u007f-\\u009f";
  private static final Pattern FLAGS = Pattern.compile("^\\(\\?([a-zA-Z]+)\\)");
  private static final Pattern DOT = Pattern.compile("(?<!\\\\)\\.");

  private EcmaPattern() {}

  static String of(String java) {
    var flags = FLAGS.matcher(java);
    var dotsTakeLines = flags.find() && flags.group(1).contains("s");
    var plain =
        flags
            .replaceFirst("")
            .replace("\\P{Cc}", "[^" + CONTROL + "]")
            .replace("[\\p{Cc}&&[^\\n\\t]]", "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]")
            .replace("\\p{Cc}", CONTROL)
            .replace("\\p{Cntrl}", "\\u0000-\\u001f\\u007f")
            .replace("\\A", "^")
            .replace("\\z", "$");
    var whole = dotsTakeLines ? DOT.matcher(plain).replaceAll("[\\\\s\\\\S]") : plain;
    return isAnchored(whole) ? whole : "^(?:" + whole + ")$";
  }

  private static boolean isAnchored(String pattern) {
    return pattern.startsWith("^") && pattern.endsWith("$") && !pattern.contains("|");
  }
}
