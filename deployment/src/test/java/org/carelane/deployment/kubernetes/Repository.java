package org.carelane.deployment.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of this checkout. */
final class Repository {

  private static final Path ROOT = Path.of(System.getProperty("carelane.root"));

  private Repository() {}

  static Path path(String path) {
    return ROOT.resolve(path);
  }

  static String read(String path) {
    return read(path(path));
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files under a directory whose names end so, in the order of their paths. */
  static List<Path> files(String directory, String ending) {
    if (!Files.exists(path(directory))) {
      return List.of();
    }
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

  static List<String> directories(String directory) {
    try (var files = Files.list(path(directory))) {
      return files
          .filter(Files::isDirectory)
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
