package org.carelane.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** A jar of jars as Spring Boot's plugin builds it. */
record ExecutableJar(Path file) {

  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";

  /** Has the result of {@code -Djarmode=tools extract}, without starting a JVM for each jar. */
  Application unpack(Path own, Libraries libraries) throws IOException {
    try (var jar = new JarFile(file.toFile())) {
      List<Path> kept = new ArrayList<>();
      for (var entry : jar.stream().toList()) {
        if (entry.getName().startsWith(LIBRARIES) && !entry.isDirectory()) {
          kept.add(libraries.keep(jar, entry));
        }
      }
      if (!Files.exists(own)) {
        unpackClasses(jar, own);
      }
      return new Application(
          own, jar.getManifest().getMainAttributes().getValue("Start-Class"), kept);
    }
  }

  private static void unpackClasses(JarFile jar, Path own) throws IOException {
    Files.createDirectories(own.getParent());
    var unfinished = Files.createTempFile(own.getParent(), "application", ".part");
    try (var application = new JarOutputStream(Files.newOutputStream(unfinished))) {
      copyClasses(jar, application);
    }
    Files.move(unfinished, own);
  }

  /** Copies directory entries as well: Spring's component scan needs them. */
  private static void copyClasses(JarFile jar, JarOutputStream application) throws IOException {
    for (var entry : jar.stream().toList()) {
      if (entry.getName().startsWith(CLASSES) && !entry.getName().equals(CLASSES)) {
        application.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
        try (var content = jar.getInputStream(entry)) {
          content.transferTo(application);
        }
      }
    }
  }
}
