package org.carelane.apitesting;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a document.
 *
 * @param path with its variables in braces
 * @param description the operation's object
 */
record DescribedOperation(String method, String path, JsonNode description) {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  static List<DescribedOperation> all(JsonNode document) {
    return document
        .path("paths")
        .propertyStream()
        .flatMap(path -> of(path.getKey(), path.getValue()))
        .sorted(Comparator.comparingLong(DescribedOperation::variables))
        .toList();
  }

  private static Stream<DescribedOperation> of(String path, JsonNode item) {
    return item.propertyStream()
        .filter(it -> METHODS.contains(it.getKey()))
        .map(
            it ->
                new DescribedOperation(it.getKey().toUpperCase(Locale.ROOT), path, it.getValue()));
  }

  Pattern pattern() {
    var literals = VARIABLE.splitAsStream(path).map(Pattern::quote).toList();
    return Pattern.compile(String.join("[^/]+", literals) + (path.endsWith("}") ? "[^/]+" : ""));
  }

  private long variables() {
    return VARIABLE.matcher(path).results().count();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
