package org.carelane.local;

import tools.jackson.databind.JsonNode;

/** Dead letters as they are shown at the terminal. */
final class DeadLetterText {

  private DeadLetterText() {}

  /** One line, without a payload. */
  static String line(String service, JsonNode letter) {
    var exception = field(letter, "exception");
    return "  %-21s %-22s %6s  %-25s %-36s  %s  %s%s%n"
        .formatted(
            service,
            field(letter, "topic"),
            field(letter, "offset"),
            field(letter, "type"),
            field(letter, "key"),
            field(letter, "parkedAt").replaceFirst("\\.\\d+Z$", "Z"),
            exception.substring(exception.lastIndexOf('.') + 1),
            letter.path("settledBy").isString() ? "  " + settlement(letter) : "");
  }

  /** All fields, the headers, the payload and the cause. */
  static String whole(JsonNode whole) {
    var text = new StringBuilder();
    for (var field : whole.path("letter").properties()) {
      if (!field.getValue().isNull()) {
        text.append("%-18s %s%n".formatted(field.getKey(), field.getValue().asString()));
      }
    }
    return text.append("headers            %s%n".formatted(whole.path("headers")))
        .append("%n%s%n%n%s%n".formatted(field(whole, "payload"), field(whole, "stackTrace")))
        .toString();
  }

  static String settled(JsonNode letter) {
    return "%s %s/%s: %s%n"
        .formatted(
            field(letter, "type"),
            field(letter, "topic"),
            field(letter, "offset"),
            settlement(letter));
  }

  private static String settlement(JsonNode letter) {
    return "%s by %s at %s"
        .formatted(field(letter, "state"), field(letter, "settledBy"), field(letter, "settledAt"));
  }

  /** A dash where there is nothing. */
  static String field(JsonNode node, String name) {
    var value = node.path(name);
    return value.isNull() ? "-" : value.asString("-");
  }
}
