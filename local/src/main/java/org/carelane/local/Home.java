package org.carelane.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;

/** The directory of the fleet's files: by default {@code .fleet} in the checkout. */
record Home(Path directory) {

  Home {
    directory = directory.toAbsolutePath().normalize();
  }

  /** What {@code reset} deletes: the databases, Kafka's logs, the mail. */
  Path data() {
    return directory.resolve("data");
  }

  Path mail() {
    return data().resolve(Services.MAIL);
  }

  Path logs() {
    return directory.resolve("logs");
  }

  Path log(Service service) {
    return logs().resolve(service.name() + ".log");
  }

  /** Process files, and the unpacked applications. */
  Path run() {
    return directory.resolve("run");
  }

  /** Made when it is first asked for, and the same from then on. */
  Secret discoveryPassword() {
    return Secret.in(run().resolve("discovery-password"));
  }

  Path libraries() {
    return run().resolve("lib");
  }

  Path archives() {
    return run().resolve("archives");
  }

  void create() {
    try {
      Files.createDirectories(data());
      Files.createDirectories(logs());
      Files.createDirectories(run());
    } catch (IOException e) {
      throw new FleetException("cannot write to " + directory, e);
    }
  }

  static void deleteAllBut(Path directory, Set<Path> kept) throws IOException {
    if (Files.isDirectory(directory)) {
      try (var found = Files.list(directory)) {
        found.filter(file -> !kept.contains(file)).forEach(Home::delete);
      }
    }
  }

  static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
