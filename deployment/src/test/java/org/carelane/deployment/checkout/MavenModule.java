package org.carelane.deployment.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** A module of the project: its configuration files, and what its compiled classes can be told. */
record MavenModule(String path) {

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<groupId>org\\.carelane</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*(<scope>test)?");
  private static final Pattern LIST_ELEMENT = Pattern.compile("\\[\\d+]$");

  /** Adds up, while of every other property the last value counts. */
  private static final String IMPORTS = "spring.config.import";

  private static final Pattern IMPORT = Pattern.compile("classpath:([\\w-]+\\.yml)");

  /**
   * What a configuration file and those it imports set: property to value, with its placeholders.
   * What a document imports overrides it, and is overridden by the documents below it.
   */
  Map<String, String> configuration(String file) {
    var configuration = new LinkedHashMap<String, String>();
    for (var document : documents(file)) {
      add(document, configuration);
      IMPORT
          .matcher(document.getOrDefault(IMPORTS, ""))
          .results()
          .forEach(
              it -> libraries().forEach(lib -> add(lib.configuration(it.group(1)), configuration)));
    }
    return configuration;
  }

  private static void add(Map<String, String> properties, Map<String, String> configuration) {
    properties.forEach(
        (property, value) ->
            configuration.merge(
                property,
                value,
                (one, other) -> property.equals(IMPORTS) ? one + ", " + other : other));
  }

  private List<Map<String, String>> documents(String file) {
    var resource = Checkout.path(path).resolve("src/main/resources").resolve(file);
    if (!Files.exists(resource)) {
      return List.of();
    }
    try {
      return new YamlPropertySourceLoader()
          .load(file, new FileSystemResource(resource)).stream()
              .map(it -> properties((EnumerablePropertySource<?>) it))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list is one value, with commas. */
  private static Map<String, String> properties(EnumerablePropertySource<?> document) {
    var properties = new LinkedHashMap<String, String>();
    for (var name : document.getPropertyNames()) {
      var list = LIST_ELEMENT.matcher(name).replaceFirst("");
      var value = String.valueOf(document.getProperty(name));
      properties.merge(list, value, (one, other) -> one + ", " + other);
    }
    return properties;
  }

  /** The properties of its classes and its libraries'. */
  List<DescribedProperty> properties() {
    return Stream.concat(Stream.of(this), libraries().stream())
        .map(it -> it.compiled().resolve(DescribedProperty.METADATA))
        .filter(Files::exists)
        .flatMap(it -> DescribedProperty.in(Checkout.text(it)))
        .toList();
  }

  Path compiled() {
    var classes = Checkout.path(path).resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(path + " is not compiled: mvn -DskipTests package");
    }
    return classes;
  }

  private List<MavenModule> libraries() {
    return DEPENDENCY
        .matcher(Checkout.text(path + "/pom.xml"))
        .results()
        .filter(it -> it.group(2) == null)
        .map(it -> new MavenModule("libs/" + it.group(1)))
        .filter(it -> Files.exists(Checkout.path(it.path + "/pom.xml")))
        .flatMap(it -> Stream.concat(Stream.of(it), it.libraries().stream()))
        .distinct()
        .toList();
  }
}
