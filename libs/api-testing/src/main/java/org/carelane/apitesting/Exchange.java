package org.carelane.apitesting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param path with its query, as it was sent
 * @param headers of the answer
 * @param body of the answer
 */
public record Exchange(
    String method, String path, int status, Map<String, List<String>> headers, String body) {

  String pathOnly() {
    return path.split("[?#]", 2)[0];
  }

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase(name))
        .flatMap(it -> it.getValue().stream())
        .findFirst();
  }

  /** Without its parameters; empty if the answer has none. */
  String contentType() {
    return header("Content-Type")
        .map(it -> it.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  @Override
  public String toString() {
    return "%s %s: %d %s".formatted(method, path, status, contentType());
  }
}
