package org.carelane.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * An archive of loaded and linked classes, which halves the work of a JVM's start. It has the
 * classes that a first start without it loaded from the JDK and from libraries. Its name has a
 * checksum of these, so an outdated archive is not found.
 *
 * @param libraries the first part of the class path of every application that uses it
 */
record ClassArchive(Path directory, String name, List<Path> libraries) {

  ClassArchive {
    libraries = List.copyOf(libraries);
  }

  /** False without libraries: an archive would gain nothing. */
  boolean isMissing() {
    return !libraries.isEmpty() && !Files.exists(file());
  }

  List<Path> files() {
    return Stream.concat(Stream.of(file(), file("jar")), Services.ALL.stream().map(this::loaded))
        .toList();
  }

  /** JVM options to use the archive, or to list the classes for it while it is missing. */
  List<String> options(Service service) {
    if (Files.exists(file())) {
      return List.of("-XX:SharedArchiveFile=" + file(), "-Xlog:cds=off", "-Xlog:aot=off");
    }
    return isMissing() && service.isFirst()
        ? List.of("-XX:DumpLoadedClassList=" + loaded(service))
        : List.of();
  }

  /** First the common libraries, then the application's jar, then its other libraries. */
  String classPath(Application application) {
    if (libraries.isEmpty()) {
      return join(Stream.concat(Stream.of(application.jar()), application.libraries().stream()));
    }
    var others = application.libraries().stream().filter(Predicate.not(libraries::contains));
    return join(Stream.concat(Stream.of(libraryList(), application.jar()), others));
  }

  private static String join(Stream<Path> classPath) {
    return classPath.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** A jar whose manifest names the libraries, which keeps the class path short. */
  Path libraryList() {
    var jar = file("jar");
    if (!Files.exists(jar)) {
      try {
        Files.createDirectories(directory);
        var unfinished = Files.createTempFile(directory, "libraries", ".part");
        new JarOutputStream(Files.newOutputStream(unfinished), manifest()).close();
        Files.move(unfinished, jar);
      } catch (IOException e) {
        throw new FleetException("cannot write " + jar, e);
      }
    }
    return jar;
  }

  private Manifest manifest() {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Name.MANIFEST_VERSION, "1.0");
    attributes.put(
        Name.CLASS_PATH,
        libraries.stream()
            .map(library -> directory.relativize(library).toString())
            .collect(Collectors.joining(" ")));
    return manifest;
  }

  /** Returns a file that lists all classes that services have loaded. */
  Path mergeLoaded() throws IOException {
    var classes = new LinkedHashSet<String>();
    for (var service : Services.ALL) {
      if (Services.archiveOf(service).equals(name) && Files.exists(loaded(service))) {
        wholeLines(Files.readString(loaded(service)))
            .filter(ClassArchive::isFromClassPath)
            .map(ClassArchive::named)
            .forEach(classes::add);
      }
    }
    return Files.write(file("classes"), classes);
  }

  /** Without a last line that is still being written. */
  private static Stream<String> wholeLines(String text) {
    return text.substring(0, text.lastIndexOf('\n') + 1).lines();
  }

  private static boolean isFromClassPath(String line) {
    return !line.contains(" source: ");
  }

  /** Without the class's number, which is valid in one list only. */
  private static String named(String line) {
    return line.startsWith("@") ? line : line.replaceFirst(" id: .*", "");
  }

  Path file() {
    return file("jsa");
  }

  private Path loaded(Service service) {
    return directory.resolve(service.name() + ".loaded");
  }

  private Path file(String ending) {
    return directory.resolve("%s-%08x.%s".formatted(name, fingerprint(), ending));
  }

  private long fingerprint() {
    var checksum = new CRC32();
    checksum.update(Runtime.version().toString().getBytes(UTF_8));
    libraries.forEach(library -> checksum.update(library.getFileName().toString().getBytes(UTF_8)));
    return checksum.getValue();
  }
}
