package org.carelane.local;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A built module, unpacked.
 *
 * @param jar its own classes
 * @param mainClass of a Spring Boot application
 * @param libraries in the order of its class path
 */
record Application(Path jar, String mainClass, List<Path> libraries) {

  Application {
    libraries = List.copyOf(libraries);
  }

  /** Libraries of released versions, which do not change with every build. */
  List<Path> releasedLibraries() {
    return libraries.stream().filter(Predicate.not(Application::isSnapshot)).toList();
  }

  private static boolean isSnapshot(Path library) {
    return library.getFileName().toString().contains("-SNAPSHOT");
  }
}
