package org.carelane.deployment.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;

/** What one of the project's services understands. */
public final class Application {

  private static final Map<String, Application> READ = new ConcurrentHashMap<>();

  private final Map<String, String> configuration;
  private final Map<String, String> local;
  private final List<DescribedProperty> described;
  private final PropertyNames properties;
  private final Set<String> variables;
  private final boolean consumer;

  private Application(String name) {
    var module = new MavenModule(name);
    configuration = module.configuration("application.yml");
    local = module.configuration("application-local.yml");
    described = module.properties();
    properties = new PropertyNames(described, configuration.keySet());
    variables =
        Stream.of(configuration, local)
            .flatMap(it -> it.values().stream())
            .flatMap(it -> Placeholder.allIn(it).stream())
            .map(Placeholder::variable)
            .collect(Collectors.toSet());
    consumer =
        Checkout.filesBelow(name + "/src/main/java", ".java").stream()
            .anyMatch(it -> Checkout.text(it).contains("@KafkaListener"));
  }

  public static Application named(String name) {
    return READ.computeIfAbsent(name, Application::new);
  }

  /** The modules that are applications of Spring Boot: those with an application.yml. */
  public static List<String> names() {
    return Checkout.directories(".").stream()
        .filter(it -> Files.exists(Checkout.path(it + "/src/main/resources/application.yml")))
        .toList();
  }

  /** Those that the gateway calls, as its compiled table of routes says. */
  public static List<String> behindTheGateway() {
    var routes = "org.carelane.gateway.routing.BackendService";
    try {
      var classes = new URL[] {new MavenModule("gateway").compiled().toUri().toURL()};
      try (var loader = new URLClassLoader(classes)) {
        var names = new ArrayList<String>();
        var type = loader.loadClass(routes);
        for (var route : type.getEnumConstants()) {
          names.add((String) type.getMethod("id").invoke(route));
        }
        return names;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The port it listens on unless it is told another. */
  public int port() {
    return value("server.port").map(Integer::valueOf).orElseThrow();
  }

  /** The value of a property when nothing is set from outside. */
  public Optional<String> value(String property) {
    return Optional.ofNullable(configuration.get(property)).map(Placeholder::resolved);
  }

  public Duration duration(String property) {
    return DurationStyle.detectAndParse(value(property).orElseThrow());
  }

  /** What its own file and those it imports set: property to value, with its placeholders. */
  public Map<String, String> configuration() {
    return configuration;
  }

  /** Whether it reads from Kafka. */
  public boolean isConsumer() {
    return consumer;
  }

  /** Whether setting the variable changes anything. */
  public boolean reads(String variable) {
    return variables.contains(variable)
        || properties.isOneSetBy(variable)
        || PropertyNames.FRAMEWORK.isOneSetBy(variable);
  }

  /** Whether its configuration or its classes name the property. */
  public boolean knows(String property) {
    return properties.contains(property);
  }

  /**
   * What is its own to set, by variable: what a placeholder names, and its classes' properties. A
   * variable that sets several properties goes by the first of their names.
   */
  public Map<String, Setting> settings() {
    var types =
        described.stream()
            .collect(
                Collectors.toMap(
                    DescribedProperty::name, DescribedProperty::type, (one, _) -> one));
    var settings = new TreeMap<String, Setting>();
    new TreeMap<>(configuration)
        .forEach(
            (property, value) ->
                Placeholder.allIn(value)
                    .forEach(
                        it ->
                            settings.putIfAbsent(
                                it.variable(),
                                setting(
                                    it.variable(),
                                    property,
                                    it.otherwise(),
                                    types.getOrDefault(property, "")))));
    for (var property : described) {
      var name = property.name();
      var value = configuration.getOrDefault(name, property.usual());
      if (Placeholder.allIn(value).isEmpty()) {
        var variable = EnvironmentVariable.of(name);
        settings.put(variable, setting(variable, name, value, property.type()));
      }
    }
    return settings;
  }

  private Setting setting(String variable, String property, String usual, String type) {
    var onOneMachine = Placeholder.resolved(local.getOrDefault(property, ""));
    return new Setting(variable, property, usual, onOneMachine, type);
  }
}
