package org.carelane.deployment.settings;

import java.util.Locale;
import java.util.Set;

/**
 * @param variable the environment variable that sets it
 * @param property its name for Spring
 * @param defaults as in the document: the default, and in brackets that of the local profile
 * @param type Java's, or empty where only a placeholder is known
 */
record Setting(String variable, String property, String defaults, String type) {

  static String defaults(String value, String local) {
    var usual = value.isEmpty() ? "none" : "`" + value + "`";
    return local.isEmpty() || local.equals(value) ? usual : usual + " [`" + local + "`]";
  }

  /** The name Spring finds a property by in the environment. */
  static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** What the first three cells of the document's row must say. */
  String row() {
    return "`%s` | `%s` | %s".formatted(variable, property, defaults);
  }

  boolean hasUnit(String unit) {
    return switch (type) {
      case "java.time.Duration" -> unit.equals("duration");
      case "org.springframework.util.unit.DataSize" -> unit.equals("size");
      case "java.lang.Integer", "java.lang.Long" -> Set.of("number", "%").contains(unit);
      default -> !unit.isBlank();
    };
  }
}
