package org.carelane.deployment.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A module as it lies in the checkout, and all that can be set on the service it makes. */
record MavenModule(Path directory) {

  static final Path ROOT = Path.of(System.getProperty("carelane.root", ".."));

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<groupId>org\\.carelane</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*(<scope>test)?");
  private static final Pattern LIST_ELEMENT = Pattern.compile("\\[\\d+]$");

  /** Adds up, while of every other property the last value counts. */
  private static final String IMPORTS = "spring.config.import";

  private static final Pattern IMPORT = Pattern.compile("classpath:(\\S+?\\.yml)");

  static MavenModule named(String name) {
    return new MavenModule(ROOT.resolve(name));
  }

  /** By variable. One that sets several properties goes by the first of their names. */
  Map<String, Setting> settings() {
    var configured = configuration();
    var local = properties("src/main/resources/application-local.yml");
    var settings = new TreeMap<String, Setting>();
    var types = new TreeMap<String, String>();
    metadata().forEach(it -> types.put(it.path("name").asString(), it.path("type").asString()));

    configured.forEach(
        (property, value) ->
            Placeholder.allIn(value)
                .forEach(
                    it -> {
                      var defaults = Setting.defaults(it.otherwise(), plain(local.get(property)));
                      var type = types.getOrDefault(property, "");
                      settings.merge(
                          it.variable(),
                          new Setting(it.variable(), property, defaults, type),
                          BinaryOperator.minBy(Comparator.comparing(Setting::property)));
                    }));

    for (var declared : metadata()) {
      var property = declared.path("name").asString();
      var value = configured.getOrDefault(property, "");
      if (Placeholder.allIn(value).isEmpty()) {
        var usual = configured.containsKey(property) ? value : text(declared.path("defaultValue"));
        var variable = Setting.variable(property);
        var defaults = Setting.defaults(usual, plain(local.get(property)));
        settings.put(variable, new Setting(variable, property, defaults, types.get(property)));
      }
    }
    return settings;
  }

  /** What the service's own file and those it imports set: property to value, unresolved. */
  Map<String, String> configuration() {
    var own = properties("src/main/resources/application.yml");
    var all = new LinkedHashMap<String, String>();
    own.entrySet().stream()
        .filter(it -> it.getKey().equals(IMPORTS))
        .flatMap(it -> IMPORT.matcher(it.getValue()).results())
        .forEach(
            it ->
                libraries()
                    .forEach(
                        lib -> all.putAll(lib.properties("src/main/resources/" + it.group(1)))));
    own.forEach(
        (property, value) ->
            all.merge(property, value, property.equals(IMPORTS) ? String::concat : (_, it) -> it));
    return all;
  }

  private Map<String, String> properties(String file) {
    var path = directory.resolve(file);
    var found = new LinkedHashMap<String, String>();
    if (Files.exists(path)) {
      try {
        for (var source : new YamlPropertySourceLoader().load(file, new FileSystemResource(path))) {
          var values = (EnumerablePropertySource<?>) source;
          for (var name : values.getPropertyNames()) {
            var element = LIST_ELEMENT.matcher(name);
            var value = String.valueOf(values.getProperty(name));
            found.merge(
                element.replaceFirst(""),
                value,
                element.find(0) ? (one, other) -> one + " " + other : (_, it) -> it);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  /** Written by Spring's annotation processor when the module was compiled. */
  private List<JsonNode> metadata() {
    return Stream.concat(Stream.of(this), libraries().stream())
        .map(it -> it.compiled().resolve("META-INF/spring-configuration-metadata.json"))
        .filter(Files::exists)
        .flatMap(it -> new JsonMapper().readTree(it.toFile()).path("properties").valueStream())
        .toList();
  }

  private Path compiled() {
    var classes = directory.resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(directory + " is not compiled: mvn -DskipTests package");
    }
    return classes;
  }

  private List<MavenModule> libraries() {
    var libraries = new ArrayList<MavenModule>();
    var names = DEPENDENCY.matcher(read(directory.resolve("pom.xml"))).results();
    names
        .filter(it -> it.group(2) == null)
        .map(it -> named("libs/" + it.group(1)))
        .filter(it -> Files.exists(it.directory.resolve("pom.xml")))
        .forEach(
            it -> {
              libraries.add(it);
              libraries.addAll(it.libraries());
            });
    return libraries.stream().distinct().toList();
  }

  private static String plain(@Nullable String value) {
    if (value == null) {
      return "";
    }
    var placeholders = Placeholder.allIn(value);
    return placeholders.isEmpty() ? value : placeholders.getFirst().otherwise();
  }

  private static String text(JsonNode value) {
    return value.isArray() || value.isMissingNode() ? "" : value.asString();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
