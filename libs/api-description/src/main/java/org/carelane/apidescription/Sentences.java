package org.carelane.apidescription;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what the conventional problems mean. */
final class Sentences {

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("invalid-request", "a value is missing or not allowed"),
          Map.entry("malformed-json", "the body is not the JSON that is expected"),
          Map.entry("idempotency-key-required", "there is no Idempotency-Key"),
          Map.entry(
              "idempotency-key-reused", "the Idempotency-Key was used for another request before"),
          Map.entry("unauthenticated", "the access token is missing or not valid"),
          Map.entry("forbidden", "the account has not the role it takes"),
          Map.entry("not-found", "there is nothing here, or it is someone else's"),
          Map.entry("not-acceptable", "nothing here fits the Accept header"),
          Map.entry("request-timeout", "the body took too long to arrive"),
          Map.entry("content-too-large", "the body is too large"),
          Map.entry("unsupported-media-type", "the body is not application/json"),
          Map.entry("too-many-requests", "too many requests: slow down"),
          Map.entry("internal-error", "something went wrong on our side"),
          Map.entry(
              "service-unavailable",
              "no answer for now; the same request may be sent again, with the same"
                  + " Idempotency-Key if it has one"));

  private Sentences() {}

  static boolean knows(String type) {
    return MEANINGS.containsKey(type);
  }

  static String about(Set<String> types) {
    return types.stream()
        .map(it -> it + ": " + Objects.requireNonNullElse(MEANINGS.get(it), "refused"))
        .collect(Collectors.joining("; "));
  }
}
