package org.carelane.deployment.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of this checkout. Paths are relative to its root. */
public final class Checkout {

  private static final Path ROOT = Path.of(System.getProperty("carelane.root", ".."));
  private static final YAMLMapper YAML = new YAMLMapper();

  private Checkout() {}

  public static Path path(String path) {
    return ROOT.resolve(path);
  }

  public static String text(String path) {
    return text(path(path));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file of JSON or YAML says. */
  public static JsonNode content(Path file) {
    var mapper = file.toString().endsWith(".json") ? JsonMapper.shared() : YAML;
    return mapper.readTree(text(file));
  }

  /** The files in a directory whose names end so, in the order of their names. */
  public static List<Path> files(String directory, String ending) {
    return entries(directory).filter(file -> file.toString().endsWith(ending)).toList();
  }

  /** The same, with those in the directories below. */
  public static List<Path> filesBelow(String directory, String ending) {
    try (var files = Files.walk(path(directory))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of what is in a directory. */
  public static List<String> names(String directory) {
    return entries(directory).map(it -> it.getFileName().toString()).toList();
  }

  public static List<String> directories(String directory) {
    return entries(directory)
        .filter(Files::isDirectory)
        .map(it -> it.getFileName().toString())
        .toList();
  }

  /** The version that all modules have. */
  public static String version() {
    var own = text("pom.xml").replaceFirst("(?s).*</parent>", "");
    return own.substring(own.indexOf("<version>") + 9, own.indexOf("</version>"));
  }

  private static Stream<Path> entries(String directory) {
    try (var entries = Files.list(path(directory))) {
      return entries.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
