package org.carelane.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Words nobody else says: where one turns up, what it stands for has come there. */
final class Canaries {

  private final Map<String, String> meanings = new ConcurrentHashMap<>();

  /**
   * @param meaning what a person would have typed there
   */
  String of(String meaning) {
    var word = "kanari%02d%08x".formatted(meanings.size(), ThreadLocalRandom.current().nextInt());
    meanings.put(word, meaning);
    return word;
  }

  String emailOf(String meaning) {
    return of(meaning) + "@example.org";
  }

  int count() {
    return meanings.size();
  }

  /** A word that has a meaning already, such as a token that was handed out. */
  void watch(String word, String meaning) {
    meanings.put(word, meaning);
  }

  /** The meanings of all that turn up in it. */
  List<String> in(byte[] content) {
    var text = new String(content, ISO_8859_1);
    return meanings.entrySet().stream()
        .filter(it -> text.contains(new String(it.getKey().getBytes(UTF_8), ISO_8859_1)))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }
}
