package org.carelane.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A file about a started process: its id, start time, command mark and ports. Ids are reused when a
 * process has ended, so its start time and its command are compared as well.
 */
record PidFile(Path path) {

  /** Start times vary when the clock is adjusted, because they are computed from the boot time. */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  static PidFile of(Home home, Service service) {
    return new PidFile(home.run().resolve(service.name() + ".pid"));
  }

  /** The argument by which a command is recognised as ours. */
  static String mark(Home home, Service service) {
    if (!service.isOurs()) { // it takes only arguments of its own
      return "--storage.tsdb.path=" + home.data().resolve(service.name());
    }
    return "-Dcarelane.process=" + service.name() + "@" + home.directory();
  }

  void write(ProcessHandle process, String mark, Ports ports, Service service) {
    var properties = new Properties();
    properties.setProperty("pid", Long.toString(process.pid()));
    properties.setProperty("started", startOf(process).toString());
    properties.setProperty("mark", mark);
    for (var variable : service.portVariables()) {
      properties.setProperty(variable, Integer.toString(ports.of(variable)));
    }
    var unfinished = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (var writer = Files.newBufferedWriter(unfinished)) {
        properties.store(writer, null);
      }
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process of this file, if it still runs. */
  Optional<ProcessHandle> process() {
    return read()
        .flatMap(
            file ->
                ProcessHandle.of(number(file.getProperty("pid")))
                    .filter(process -> isSame(process, file)));
  }

  /** No process has the number -1. */
  private static long number(@Nullable String written) {
    try {
      return Long.parseLong(String.valueOf(written));
    } catch (NumberFormatException damaged) {
      return -1;
    }
  }

  Ports applyTo(Ports ports) {
    var changed = ports;
    for (var entry : read().orElseGet(Properties::new).entrySet()) {
      var variable = entry.getKey().toString();
      if (ports.byVariable().containsKey(variable)) {
        changed = changed.with(variable, Integer.parseInt(entry.getValue().toString()));
      }
    }
    return changed;
  }

  boolean exists() {
    return Files.exists(path);
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Properties> read() {
    try (var reader = Files.newBufferedReader(path)) {
      var properties = new Properties();
      properties.load(reader);
      return Optional.of(properties);
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isSame(ProcessHandle process, Properties file) {
    try {
      var started = Instant.parse(file.getProperty("started", ""));
      return Liveness.isAlive(process)
          && Duration.between(started, startOf(process)).abs().compareTo(TOLERANCE) <= 0
          && hasMark(process, file.getProperty("mark", ""));
    } catch (java.time.format.DateTimeParseException damaged) {
      return false;
    }
  }

  /** True if the system does not show commands: then only the start time is compared. */
  private static boolean hasMark(ProcessHandle process, String mark) {
    return process
        .info()
        .arguments()
        .map(arguments -> List.of(arguments).contains(mark))
        .orElse(true);
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
