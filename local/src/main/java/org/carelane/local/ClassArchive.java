package org.carelane.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An archive of loaded classes, with which an application starts with two thirds of the work. The
 * JVM writes it by itself when a service first ends in good order, beside the unpacked jar, so it
 * goes when that goes.
 */
final class ClassArchive {

  private ClassArchive() {}

  /** Only the first instance writes it: two that end together would write one file. */
  static List<String> options(Path jar, Service service) {
    var archive = file(jar, service);
    if (!service.isFirst() && !Files.exists(archive)) {
      return List.of(); // else the JVM would do without its own archive as well
    }
    return List.of(
        (service.isFirst() ? "-XX:+" : "-XX:-") + "AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off");
  }

  /** One from a start that failed lacks most classes, and would be taken for good. */
  static void forget(Path jar, Service service) {
    try {
      if (service.isFirst()) {
        Files.deleteIfExists(file(jar, service));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Path jar, Service service) {
    return jar.resolveSibling(service.application() + ".jsa");
  }
}
