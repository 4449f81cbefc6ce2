package org.carelane.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was typed after {@code ./fleet}.
 *
 * @param command the first word; {@code help} when there is none
 * @param words what follows and is no option
 */
record Arguments(String command, List<String> words, Set<String> options) {

  private static final Set<String> HELP = Set.of("help", "-h", "--help");

  Arguments {
    words = List.copyOf(words);
    options = Set.copyOf(options);
  }

  static Arguments of(String... typed) {
    var words = new ArrayList<String>();
    var options = new ArrayList<String>();
    for (var argument : typed) {
      (argument.startsWith("-") ? options : words).add(argument);
    }
    var wantsHelp = words.isEmpty() || options.stream().anyMatch(HELP::contains);
    return new Arguments(
        wantsHelp ? "help" : words.getFirst(),
        words.isEmpty() ? words : words.subList(1, words.size()),
        Set.copyOf(options));
  }

  boolean has(String option) {
    return options.contains(option);
  }

  /** Fails on an option the command does not know, and on words it does not take. */
  void allow(int maxWords, String... known) {
    for (var option : options) {
      if (!Set.of(known).contains(option)) {
        throw new FleetException("./fleet " + command + " has no option " + option);
      }
    }
    if (words.size() > maxWords) {
      throw new FleetException("./fleet " + command + ": too many words: " + words);
    }
  }
}
