package org.carelane.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * The built jars, unpacked: an application starts about a quarter faster from its class path than
 * from a jar of jars, and only from a class path can it start from a class archive.
 */
final class Applications {

  private final Path root;
  private final Path unpacked;
  private final ConcurrentHashMap<String, FutureTask<Path>> jars = new ConcurrentHashMap<>();

  Applications(Path root, Home home) {
    this.root = root;
    this.unpacked = home.run().resolve("applications");
  }

  /**
   * The jar to start {@code module} from, beside its libraries; it changes when the module was
   * built anew.
   */
  Path jar(String module) throws InterruptedException {
    var task = jars.computeIfAbsent(module, name -> new FutureTask<>(() -> unpack(name)));
    task.run(); // does nothing where another thread runs or ran it
    return outcome(task);
  }

  private Path unpack(String module) throws IOException {
    var built = built(module);
    var versions = unpacked.resolve(module);
    var directory = versions.resolve(version(built));
    if (!Files.isDirectory(directory)) {
      var unfinished = versions.resolve(version(built) + ".part");
      Home.delete(unfinished);
      Files.createDirectories(versions);
      new ExecutableJar(built).unpack(unfinished, module + ".jar");
      Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }
    return directory.resolve(module + ".jar");
  }

  private static String version(Path jar) throws IOException {
    return "%x-%x".formatted(Files.getLastModifiedTime(jar).toMillis(), Files.size(jar));
  }

  /** Deletes what was unpacked from earlier builds; only while nothing runs from it. */
  void deleteOutdated(Collection<String> modules) throws IOException {
    for (var module : modules) {
      var versions = unpacked.resolve(module);
      if (Files.isDirectory(versions)) {
        var current = version(built(module));
        try (var found = Files.list(versions)) {
          found.filter(version -> !version.endsWith(current)).forEach(Home::delete);
        }
      }
    }
  }

  private Path built(String module) {
    var target = root.resolve(module).resolve("target");
    var jar = module.equals("local") ? "local-*-exec.jar" : module + "-[0-9]*.jar";
    try (var files = Files.newDirectoryStream(target, jar)) {
      for (var file : files) {
        if (!file.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar")) {
          return file;
        }
      }
    } catch (IOException noTarget) {
      // said below
    }
    throw new FleetException(
        module + " is not built: no jar in " + target + "; run mvn -DskipTests package");
  }

  private static Path outcome(Future<Path> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof FleetException known
          ? known
          : new FleetException("cannot unpack: " + e.getCause(), e);
    }
  }
}
