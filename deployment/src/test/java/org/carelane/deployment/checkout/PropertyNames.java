package org.carelane.deployment.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Properties that somebody reads, and which variables set them. */
final class PropertyNames {

  /** What Spring Boot and Spring Cloud describe of themselves on the class path. */
  static final PropertyNames FRAMEWORK = new PropertyNames(framework(), Set.of());

  private final Set<String> names;
  private final List<ConfigurationPropertyName> properties;
  private final List<ConfigurationPropertyName> maps;
  private final Map<String, Boolean> asked = new ConcurrentHashMap<>();

  PropertyNames(List<DescribedProperty> described, Collection<String> configured) {
    names =
        Stream.concat(described.stream().map(DescribedProperty::name), configured.stream())
            .collect(Collectors.toSet());
    properties = names.stream().map(EnvironmentVariable::name).toList();
    maps =
        described.stream()
            .filter(DescribedProperty::isMap)
            .map(it -> EnvironmentVariable.name(it.name()))
            .toList();
  }

  boolean contains(String property) {
    return names.contains(property);
  }

  boolean isOneSetBy(String variable) {
    return asked.computeIfAbsent(variable, it -> isOneSetBy(new EnvironmentVariable(it)));
  }

  private boolean isOneSetBy(EnvironmentVariable variable) {
    return properties.stream().anyMatch(variable::sets)
        || maps.stream().anyMatch(variable::setsPartOf);
  }

  /** Not those of the project's libraries, which not every service has. */
  private static List<DescribedProperty> framework() {
    var described = new ArrayList<DescribedProperty>();
    try {
      var loader = PropertyNames.class.getClassLoader();
      for (var file : Collections.list(loader.getResources(DescribedProperty.METADATA))) {
        try (var content = file.openStream()) {
          DescribedProperty.in(new String(content.readAllBytes()))
              .filter(it -> !it.name().startsWith("carelane."))
              .forEach(described::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return described;
  }
}
