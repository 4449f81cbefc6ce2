package org.carelane.apitesting;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where two JSON documents differ, as JSON pointers. */
final class Differences {

  private Differences() {}

  static Stream<String> between(JsonNode one, JsonNode other) {
    return between("", one, other);
  }

  private static Stream<String> between(String at, JsonNode one, JsonNode other) {
    if (one.equals(other)) {
      return Stream.empty();
    }
    if (one.isObject() && other.isObject()) {
      Set<String> names = new LinkedHashSet<>(one.propertyNames());
      names.addAll(other.propertyNames());
      return names.stream()
          .flatMap(
              it ->
                  between(
                      at + "/" + it.replace("~", "~0").replace("/", "~1"),
                      one.path(it),
                      other.path(it)));
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      return IntStream.range(0, one.size())
          .boxed()
          .flatMap(it -> between(at + "/" + it, one.get(it), other.get(it)));
    }
    return Stream.of(at);
  }
}
