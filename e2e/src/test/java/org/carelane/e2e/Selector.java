package org.carelane.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a query of Prometheus asks for: a metric, and what its labels have to be. */
record Selector(String metric, List<Matcher> matchers) {

  /** A label's condition: {@code =}, {@code !=}, {@code =~} or {@code !~}. */
  record Matcher(String label, String operator, String value) {

    boolean accepts(String actual) {
      return switch (operator) {
        case "=" -> actual.equals(value);
        case "!=" -> !actual.equals(value);
        case "=~" -> actual.matches(value);
        case "!~" -> !actual.matches(value);
        default -> throw new IllegalArgumentException(operator);
      };
    }

    @Override
    public String toString() {
      return label + operator + '"' + value + '"';
    }
  }

  private static final Pattern CONDITION =
      Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** A list of labels; what is in braces; a range; a text; a number with its unit; a word. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)"
              + "|\\{(?<braces>(?:[^}\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)}"
              + "|\\[[^\\]]*]"
              + "|\"(?:[^\"\\\\]|\\\\.)*\""
              + "|\\b\\d[\\w.]*"
              + "|(?<word>[a-zA-Z_:][\\w:]*)(?<call>\\s*\\()?");

  private static final Set<String> WORDS_OF_THE_LANGUAGE =
      Set.of(
          "and",
          "or",
          "unless",
          "offset",
          "bool",
          "by",
          "without",
          "on",
          "ignoring",
          "sum",
          "max",
          "min",
          "count",
          "avg",
          "topk");

  private static final Pattern LABELS = Pattern.compile("\\b(?:by|on)\\s*\\(([^)]*)\\)");

  /** Of all that a query asks for, in its order. */
  static List<Selector> in(String query) {
    var selectors = new ArrayList<Selector>();
    for (var token : TOKEN.matcher(query).results().toList()) {
      if (token.group("braces") != null) {
        var named = selectors.removeLast();
        selectors.add(new Selector(named.metric(), matchers(token.group("braces"))));
      } else if (isMetric(token)) {
        selectors.add(new Selector(token.group("word"), List.of()));
      }
    }
    return selectors;
  }

  private static boolean isMetric(MatchResult token) {
    var word = token.group("word");
    return word != null && token.group("call") == null && !WORDS_OF_THE_LANGUAGE.contains(word);
  }

  private static List<Matcher> matchers(String braces) {
    return CONDITION
        .matcher(braces)
        .results()
        .map(found -> new Matcher(found.group(1), found.group(2), found.group(3)))
        .toList();
  }

  /** The labels by which a query groups. */
  static List<String> labelsIn(String query) {
    return LABELS
        .matcher(query)
        .results()
        .flatMap(found -> Pattern.compile("\\s*,\\s*").splitAsStream(found.group(1).strip()))
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return metric + (matchers.isEmpty() ? "" : matchers.toString());
  }
}
