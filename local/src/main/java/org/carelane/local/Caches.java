package org.carelane.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much disk is taken by files that only make starts faster, and are made again if missing.
 *
 * @param growing whether class archives are being made
 */
record Caches(Path directory, long libraryBytes, long archiveBytes, boolean growing) {

  static Caches of(Home home, boolean growing) {
    return new Caches(home.run(), bytes(home.libraries()), bytes(home.archives()), growing);
  }

  String text() {
    return "  %d MB of libraries and %d MB of class archives in %s%s%n"
        .formatted(
            megabytes(libraryBytes),
            megabytes(archiveBytes),
            directory,
            growing ? "; archives for faster starts are being made" : "");
  }

  private static long megabytes(long bytes) {
    return Math.ceilDiv(bytes, 1024 * 1024);
  }

  private static long bytes(Path directory) {
    if (!Files.isDirectory(directory)) {
      return 0;
    }
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
