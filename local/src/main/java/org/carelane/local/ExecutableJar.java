package org.carelane.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A jar of jars as Spring Boot's plugin builds it. Unpacked it is the application's own jar, whose
 * manifest names the libraries beside it: what {@code -Djarmode=tools extract} makes, without
 * starting a JVM for each.
 */
record ExecutableJar(Path file) {

  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";

  /**
   * @param name of the application's own jar in {@code directory}
   */
  void unpack(Path directory, String name) throws IOException {
    Files.createDirectories(directory.resolve("lib"));
    try (var jar = new JarFile(file.toFile())) {
      var entries = jar.stream().toList();
      var classPath = new StringJoiner(" ");
      for (var entry : entries) {
        if (entry.getName().startsWith(LIBRARIES) && !entry.isDirectory()) {
          var library = "lib/" + entry.getName().substring(LIBRARIES.length());
          try (var content = jar.getInputStream(entry)) {
            Files.copy(content, directory.resolve(library));
          }
          classPath.add(library);
        }
      }
      var manifest = manifest(jar.getManifest(), classPath.toString());
      try (var output = Files.newOutputStream(directory.resolve(name));
          var application = new JarOutputStream(output, manifest)) {
        copyClasses(jar, entries, application);
      }
    }
  }

  /** With the entries of directories, without which Spring finds nothing to scan. */
  private static void copyClasses(JarFile jar, List<JarEntry> entries, JarOutputStream application)
      throws IOException {
    for (var entry : entries) {
      if (entry.getName().startsWith(CLASSES) && !entry.getName().equals(CLASSES)) {
        application.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
        try (var content = jar.getInputStream(entry)) {
          content.transferTo(application);
        }
      }
    }
  }

  private static Manifest manifest(Manifest packed, String classPath) {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Name.MANIFEST_VERSION, "1.0");
    attributes.put(Name.MAIN_CLASS, packed.getMainAttributes().getValue("Start-Class"));
    attributes.put(Name.CLASS_PATH, classPath);
    return manifest;
  }
}
