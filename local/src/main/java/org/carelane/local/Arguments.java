package org.carelane.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was typed after {@code ./fleet}.
 *
 * @param command the first word; {@code help} when there is none
 * @param words the following words that are no options
 * @param options with their values; empty for those that have none
 */
record Arguments(String command, List<String> words, Map<String, String> options) {

  static final String REPLICAS = "--replicas";

  private static final Set<String> HELP = Set.of("help", "-h", "--help");

  Arguments {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  static Arguments of(String... typed) {
    var words = new ArrayList<String>();
    var options = new HashMap<String, String>();
    for (int i = 0; i < typed.length; i++) {
      var parts = typed[i].split("=", 2);
      if (!typed[i].startsWith("-")) {
        words.add(typed[i]);
      } else if (parts.length > 1) {
        options.put(parts[0], parts[1]);
      } else if (typed[i].equals(REPLICAS) && i + 1 < typed.length) {
        options.put(REPLICAS, typed[++i]);
      } else {
        options.put(typed[i], "");
      }
    }
    var wantsHelp = words.isEmpty() || options.keySet().stream().anyMatch(HELP::contains);
    return new Arguments(
        wantsHelp ? "help" : words.getFirst(),
        words.isEmpty() ? words : words.subList(1, words.size()),
        options);
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** By default 1. */
  int replicas() {
    var number = options.getOrDefault(REPLICAS, "1");
    if (!number.matches("[1-" + Services.MOST_REPLICAS + "]")) {
      throw new FleetException(
          REPLICAS + " takes a number from 1 to " + Services.MOST_REPLICAS + ", not " + number);
    }
    return Integer.parseInt(number);
  }

  /** Fails on an option the command does not know, and on words it does not take. */
  void allow(int maxWords, String... known) {
    for (var option : options.keySet()) {
      if (!Set.of(known).contains(option)) {
        throw new FleetException("./fleet " + command + " has no option " + option);
      }
    }
    if (words.size() > maxWords) {
      throw new FleetException("./fleet " + command + ": too many words: " + words);
    }
  }
}
