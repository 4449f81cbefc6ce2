package org.carelane.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The parts of docs/performance.md that a run writes, each between two comments. */
final class PerformanceDocument {

  private PerformanceDocument() {}

  /**
   * @param part its name in the comments around it
   * @throws IllegalStateException when the document has no such part
   */
  static void write(String part, String text) {
    var file = find(Path.of("").toAbsolutePath());
    var begin = "<!-- %s: written by a run -->\n".formatted(part);
    var end = "<!-- %s: end -->".formatted(part);
    try {
      var document = Files.readString(file);
      int from = document.indexOf(begin);
      int to = document.indexOf(end);
      if (from < 0 || to < from) {
        throw new IllegalStateException(file + " has no part " + part);
      }
      Files.writeString(file, document.substring(0, from) + begin + text + document.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path find(Path directory) {
    var file = directory.resolve("docs/performance.md");
    var parent = directory.getParent();
    if (Files.exists(file)) {
      return file;
    }
    if (parent == null) {
      throw new IllegalStateException("docs/performance.md is not found from here");
    }
    return find(parent);
  }
}
