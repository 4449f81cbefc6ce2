package org.carelane.deployment.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service understands: its application.yml with what that imports, and its classes. */
final class Code {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z0-9_]+:(.*)}");
  private static final Map<String, Code> READ = new ConcurrentHashMap<>();
  private static final List<String> BEHIND_THE_GATEWAY = routes();
  private static final JsonMapper JSON = new JsonMapper();

  private final String service;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Set<String> variables = new HashSet<>();
  private final Set<String> properties = new HashSet<>();
  private final Set<String> environment = new HashSet<>();
  private final boolean consumer;

  private Code(String service) {
    this.service = service;
    read(service + "/src/main/resources/application.yml");
    if (Repository.path(service + "/src/main/resources/application-local.yml").toFile().exists()) {
      collectVariables(service + "/src/main/resources/application-local.yml");
    }
    properties.addAll(settings.keySet());
    properties.addAll(new JavaSources(sources()).properties());
    properties.forEach(it -> environment.addAll(environmentNames(it)));
    consumer =
        sources().stream()
            .filter(it -> it.toString().contains(service + "/"))
            .anyMatch(it -> Repository.read(it).contains("@KafkaListener"));
  }

  static Code of(String service) {
    return READ.computeIfAbsent(service, Code::new);
  }

  /** The modules that are applications with instances to run: those with an application.yml. */
  static List<String> services() {
    return Repository.directories(".").stream()
        .filter(it -> Repository.path(it + "/src/main/resources/application.yml").toFile().exists())
        .toList();
  }

  /** The version that all modules have. */
  static String version() {
    var parent = Repository.read("pom.xml").replaceFirst("(?s).*</parent>", "");
    return parent.substring(parent.indexOf("<version>") + 9, parent.indexOf("</version>"));
  }

  /** The services that the gateway calls. */
  static List<String> behindTheGateway() {
    return BEHIND_THE_GATEWAY;
  }

  private static List<String> routes() {
    var file = Repository.path("gateway/src/main/java/org/carelane/gateway/routing/Service.java");
    return new JavaSources(List.of(file))
        .constants("Service").values().stream().map(List::getFirst).toList();
  }

  /** The value of a property when nothing is set from outside. */
  Optional<String> setting(String property) {
    return Optional.ofNullable(settings.get(property))
        .map(
            value -> {
              var placeholder = DEFAULT.matcher(value);
              return placeholder.matches() ? placeholder.group(1) : value;
            });
  }

  int port() {
    return setting("server.port").map(Integer::valueOf).orElseThrow();
  }

  Duration duration(String property) {
    return DurationStyle.detectAndParse(setting(property).orElseThrow());
  }

  /** Whether it reads from Kafka. */
  boolean isConsumer() {
    return consumer;
  }

  /** Whether setting the variable changes anything. */
  boolean reads(String variable) {
    return variables.contains(variable)
        || environment.contains(variable)
        || FrameworkProperties.ENVIRONMENT.contains(variable)
        || FrameworkProperties.MAPS.stream().anyMatch(it -> variable.startsWith(it + "_"));
  }

  /** Whether there is a property of this name. */
  boolean knows(String property) {
    return properties.contains(property) || FrameworkProperties.NAMES.contains(property);
  }

  /** Spring's rule: dots become underscores, dashes vanish or become underscores too. */
  private static Set<String> environmentNames(String property) {
    var name = property.replace('.', '_').toUpperCase(Locale.ROOT);
    return new HashSet<>(List.of(name.replace("-", ""), name.replace('-', '_')));
  }

  private List<Path> sources() {
    var sources = new ArrayList<>(Repository.files(service + "/src/main/java", ".java"));
    for (var library : Repository.directories("libs")) {
      if (Repository.read(service + "/pom.xml")
          .contains("<artifactId>" + library + "</artifactId>")) {
        sources.addAll(Repository.files("libs/" + library + "/src/main/java", ".java"));
      }
    }
    return sources;
  }

  private void read(String file) {
    collectVariables(file);
    try (var documents =
        Kinds.yaml().readerFor(JsonNode.class).<JsonNode>readValues(Repository.read(file))) {
      documents.forEachRemaining(it -> flatten("", it));
    }
    Stream.of(settings.getOrDefault("spring.config.import", "").split(", *"))
        .filter(it -> it.startsWith("classpath:"))
        .map(it -> it.substring("classpath:".length()))
        .filter(it -> !file.endsWith(it))
        .forEach(this::readImported);
  }

  private void readImported(String name) {
    var own = Map.copyOf(settings);
    settings.remove("spring.config.import");
    Repository.files("libs", "/src/main/resources/" + name).forEach(it -> read(it.toString()));
    settings.putAll(own);
  }

  private void collectVariables(String file) {
    VARIABLE.matcher(Repository.read(file)).results().forEach(it -> variables.add(it.group(1)));
  }

  private void flatten(String name, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              it ->
                  flatten(name.isEmpty() ? it.getKey() : name + "." + it.getKey(), it.getValue()));
    } else if (node.isArray()) {
      settings.put(name, String.join(", ", node.valueStream().map(JsonNode::asString).toList()));
    } else {
      settings.put(name, node.asString());
    }
  }

  /** What Spring Boot and Spring Cloud describe of themselves on the class path. */
  private static final class FrameworkProperties {

    static final Set<String> NAMES = new HashSet<>();
    static final Set<String> ENVIRONMENT = new HashSet<>();
    static final Set<String> MAPS = new HashSet<>();

    static {
      try {
        var files =
            Code.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        for (var file : Collections.list(files)) {
          try (var stream = file.openStream()) {
            for (var property : JSON.readTree(stream).path("properties")) {
              var name = property.path("name").asString();
              if (name.startsWith("carelane.")) {
                continue; // of a library, which not every service has
              }
              NAMES.add(name);
              ENVIRONMENT.addAll(environmentNames(name));
              if (property.path("type").asString("").startsWith("java.util.Map")) {
                MAPS.addAll(environmentNames(name));
              }
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
