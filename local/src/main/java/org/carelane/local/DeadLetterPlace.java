package org.carelane.local;

import java.util.List;

/**
 * What names a dead letter.
 *
 * @param offset on {@code <topic>.dlt}
 */
record DeadLetterPlace(String topic, String offset) {

  /** Fails unless the words are a verb, a topic and an offset. */
  static DeadLetterPlace of(List<String> words) {
    if (words.size() < 3 || !words.get(2).matches("\\d{1,18}")) {
      throw new FleetException("which one?" + usage(words));
    }
    return new DeadLetterPlace(topic(words), words.get(2));
  }

  /** Without {@code .dlt}, if it was typed. */
  static String topic(List<String> words) {
    if (words.size() < 3 || !words.get(1).matches("[\\w.-]+")) {
      throw new FleetException("which topic?" + usage(words));
    }
    return words.get(1).replaceFirst("\\.dlt$", "");
  }

  private static String usage(List<String> words) {
    return " ./fleet dead-letters %s TOPIC OFFSET".formatted(words.getFirst());
  }

  String path() {
    return topic + "/" + offset;
  }
}
