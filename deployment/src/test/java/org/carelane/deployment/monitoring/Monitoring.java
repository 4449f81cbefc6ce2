package org.carelane.deployment.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files in {@code monitoring/}, and how to read them. */
final class Monitoring {

  static final Path DIRECTORY = Path.of("monitoring").toAbsolutePath();
  static final Path CONFIGURATION = DIRECTORY.resolve("prometheus.yml");
  static final Path RULES = DIRECTORY.resolve("rules");
  static final Path DASHBOARDS = DIRECTORY.resolve("grafana/dashboards");

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonMapper JSON = JsonMapper.shared();

  private Monitoring() {}

  static JsonNode read(Path file) {
    var mapper = file.toString().endsWith(".json") ? JSON : YAML;
    return mapper.readTree(text(file));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> ruleFiles() {
    return files(RULES, ".yml");
  }

  static List<Path> ruleTests() {
    return files(RULES.resolve("tests"), ".yml");
  }

  static List<Path> dashboards() {
    return files(DASHBOARDS, ".json");
  }

  private static List<Path> files(Path directory, String suffix) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
