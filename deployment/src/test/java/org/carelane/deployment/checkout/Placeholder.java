package org.carelane.deployment.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.PropertyPlaceholderHelper;

/** {@code ${NAME:otherwise}} in a configuration file, where NAME is an environment variable. */
record Placeholder(String variable, String otherwise) {

  private static final Pattern BEGIN = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):?");
  private static final PropertyPlaceholderHelper SPRING =
      new PropertyPlaceholderHelper("${", "}", ":", null, true);

  static List<Placeholder> allIn(String value) {
    var found = new ArrayList<Placeholder>();
    var begin = BEGIN.matcher(value);
    while (begin.find()) {
      int end = begin.end();
      for (int open = 1; open > 0; end++) {
        char next = value.charAt(end);
        open += next == '{' ? 1 : next == '}' ? -1 : 0;
      }
      found.add(new Placeholder(begin.group(1), value.substring(begin.end(), end - 1)));
    }
    return found;
  }

  /** The value when none of its variables is set. */
  static String resolved(String value) {
    return SPRING.replacePlaceholders(value, _ -> null);
  }
}
