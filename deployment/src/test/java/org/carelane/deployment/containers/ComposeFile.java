package org.carelane.deployment.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Checkout;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A compose file, with its anchors merged and its variables replaced.
 *
 * @param text as it is written
 */
record ComposeFile(String text, JsonNode root) {

  /** {@code $$}, or a variable with what is to be done without a value: an error, or a default. */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:(\\$)|\\{([A-Z_]+)(?::(\\?|-)([^}]*))?})");

  static ComposeFile of(String text, Map<String, String> values) {
    Object content = new Yaml().load(text);
    return new ComposeFile(text, JsonMapper.shared().valueToTree(replaced(content, values)));
  }

  static ComposeFile ofProject() {
    return of(Checkout.text("docker-compose.yml"), exampleValues());
  }

  /** The lines {@code NAME=value} of what comes with the project to be copied to .env. */
  static Map<String, String> exampleValues() {
    return Checkout.text(".env.example")
        .lines()
        .filter(line -> line.matches("[A-Z].*=.*"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private static Object replaced(Object node, Map<String, String> values) {
    return switch (node) {
      case Map<?, ?> map -> {
        var copy = new TreeMap<String, Object>();
        map.forEach((key, value) -> copy.put(key.toString(), replaced(value, values)));
        yield copy;
      }
      case List<?> list -> list.stream().map(element -> replaced(element, values)).toList();
      case String text -> replaced(text, values);
      case null -> JsonNodeFactory.instance.nullNode();
      default -> node;
    };
  }

  private static String replaced(String text, Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
  }

  private static String value(MatchResult found, Map<String, String> values) {
    if (found.group(1) != null) {
      return "$";
    }
    var value = values.getOrDefault(found.group(2), "");
    return value.isEmpty() && "-".equals(found.group(3)) ? found.group(4) : value;
  }

  /**
   * Variables named in the text, as {@code NAME} or {@code NAME:?message} or {@code NAME:-default}.
   */
  List<String> variables() {
    var variables = new ArrayList<String>();
    var found = VARIABLE.matcher(text);
    while (found.find()) {
      if (found.group(1) == null) {
        variables.add(found.group().replaceAll("^\\$\\{|}$", ""));
      }
    }
    return variables;
  }

  Map<String, JsonNode> services() {
    var services = new TreeMap<String, JsonNode>();
    root.path("services").properties().forEach(e -> services.put(e.getKey(), e.getValue()));
    return services;
  }

  /** The services that are built from this project. */
  Map<String, JsonNode> built() {
    var built = services();
    built.values().removeIf(service -> service.path("build").isMissingNode());
    return built;
  }

  static Stream<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString);
  }

  static Map<String, String> environment(JsonNode service) {
    var environment = new TreeMap<String, String>();
    service
        .path("environment")
        .properties()
        .forEach(e -> environment.put(e.getKey(), e.getValue().asString()));
    return environment;
  }
}
