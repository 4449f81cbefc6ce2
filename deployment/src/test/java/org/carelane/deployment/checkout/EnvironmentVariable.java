package org.carelane.deployment.checkout;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A variable, and by Spring's own rule what it sets. */
public final class EnvironmentVariable {

  private final ConfigurationPropertySource source;

  public EnvironmentVariable(String name) {
    var environment =
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, ""));
    source = Objects.requireNonNull(ConfigurationPropertySource.from(environment));
  }

  /** Of the names of variables that set a property, the one that this project writes. */
  static String of(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  public boolean sets(String property) {
    return sets(name(property));
  }

  boolean sets(ConfigurationPropertyName property) {
    return source.getConfigurationProperty(property) != null;
  }

  /** Whether it sets what is below a property: an entry of a map. */
  boolean setsPartOf(ConfigurationPropertyName property) {
    return source.containsDescendantOf(property) == ConfigurationPropertyState.PRESENT;
  }

  static ConfigurationPropertyName name(String property) {
    return ConfigurationPropertyName.adapt(property, '.');
  }
}
