package org.carelane.deployment.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files of the checkout, as the rules read them. */
final class Project {

  /** What {@code docker-compose.yml} runs that is built here. */
  static final List<String> SERVICES =
      List.of(
          "gateway",
          "discovery",
          "auth-service",
          "appointment-service",
          "payment-service",
          "notification-service",
          "chat-service");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
  private static final Pattern PREFIX =
      Pattern.compile("@ConfigurationProperties\\(\"([a-z.]+)\"\\)");
  private static final Pattern COMPONENT = Pattern.compile("(?m) ([a-z]\\w*)(?:,|\\) \\{}?)$");
  private static final Pattern PORT = Pattern.compile("\\$\\{SERVER_PORT:(\\d+)}");

  private Project() {}

  static Path path(String name) {
    return Path.of(System.getProperty("carelane.root", "..")).resolve(name);
  }

  static String text(String name) {
    return text(path(name));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> fileNames(String directory) {
    try (var files = Files.list(path(directory))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines {@code NAME=value} of a file that Compose reads values from. */
  static Map<String, String> values(String name) {
    var values = new HashMap<String, String>();
    text(name)
        .lines()
        .filter(line -> line.matches("[A-Z].*=.*"))
        .forEach(line -> values.put(line.replaceFirst("=.*", ""), line.replaceFirst("[^=]*=", "")));
    return values;
  }

  /** The environment variables a service's own settings name, its imports included. */
  static TreeSet<String> environmentNames(String service) {
    var names = new TreeSet<String>();
    settings(service)
        .map(Project::text)
        .forEach(
            text -> PLACEHOLDER.matcher(text).results().map(r -> r.group(1)).forEach(names::add));
    components(
            text(
                "libs/access-token/src/main/java/org/carelane/accesstoken/AccessTokenProperties.java"))
        .forEach(names::add);
    return names;
  }

  /** The variables that set the components of a record of properties. */
  private static Stream<String> components(String source) {
    var prefix = PREFIX.matcher(source);
    if (!prefix.find()) {
      throw new IllegalStateException("no properties: " + source);
    }
    return COMPONENT
        .matcher(source)
        .results()
        .map(found -> prefix.group(1) + "." + found.group(1))
        .map(name -> name.replaceAll("([A-Z])", "_$1").replace('.', '_').toUpperCase(Locale.ROOT));
  }

  private static Stream<Path> settings(String service) {
    var resources = path(service).resolve("src/main/resources");
    return Stream.of(
            resources.resolve("application.yml"),
            resources.resolve("application-local.yml"),
            path("libs/operations/src/main/resources/operations.yml"),
            path("libs/messaging/src/main/resources/messaging.yml"))
        .filter(Files::exists);
  }

  /** The port a service listens on unless it is told another. */
  static int port(String service) {
    var found = PORT.matcher(text(service + "/src/main/resources/application.yml"));
    if (!found.find()) {
      throw new IllegalStateException(service + " names no port");
    }
    return Integer.parseInt(found.group(1));
  }

  /** The keys in a service's {@code application.yml}, with dots, and their values. */
  static Map<String, String> properties(String service) {
    var properties = new HashMap<String, String>();
    for (var document : new Yaml().loadAll(text(service + "/src/main/resources/application.yml"))) {
      flatten("", document, properties);
    }
    return properties;
  }

  private static void flatten(String prefix, Object node, Map<String, String> into) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, into));
    } else {
      into.put(prefix, String.valueOf(node));
    }
  }
}
