package org.carelane.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The libraries of all applications, each kept once. A file's name has its checksum, so it is never
 * out of date. It keeps the modification time it has in the jar, which class archives check.
 */
record Libraries(Path directory) {

  Path keep(JarFile jar, JarEntry library) throws IOException {
    var kept = directory.resolve(name(library));
    if (!Files.exists(kept)) {
      Files.createDirectories(directory);
      var unfinished = Files.createTempFile(directory, "library", ".part");
      try (var content = jar.getInputStream(library)) {
        Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.setLastModifiedTime(unfinished, library.getLastModifiedTime());
      Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    return kept;
  }

  private static String name(JarEntry library) {
    var name = library.getName().substring(library.getName().lastIndexOf('/') + 1);
    return name.replaceFirst("\\.jar$", "-%08x.jar".formatted(library.getCrc()));
  }
}
