package org.carelane.deployment.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The settings that Spring's own documentation of what every service uses knows. */
final class KnownSettings {

  private static final Set<String> NAMES = names();

  private KnownSettings() {}

  /** Whether an environment variable sets one, by the rule that Spring binds them with. */
  static boolean has(String variable) {
    return NAMES.contains(variable);
  }

  private static Set<String> names() {
    var names = new HashSet<String>();
    // Not bound to a class, hence in no metadata: Spring Boot reads it before there are any.
    names.add("SPRING_PROFILES_ACTIVE");
    try {
      var files =
          KnownSettings.class
              .getClassLoader()
              .getResources("META-INF/spring-configuration-metadata.json");
      for (var file : Collections.list(files)) {
        try (var content = file.openStream()) {
          JsonMapper.shared()
              .readTree(content)
              .path("properties")
              .forEach(property -> names.add(variable(property.path("name").asString())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static String variable(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
