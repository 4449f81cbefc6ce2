package org.carelane.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One service's process: detached from the terminal, found again by its pid file. */
final class ServiceProcess {

  /** Longer than a service takes to stop: it drains for 5 s, then stops gracefully. */
  private static final Duration GRACE = Duration.ofSeconds(40);

  private static final long LOG_BYTES = 20L * 1024 * 1024;

  private final Home home;
  private final Service service;
  private final PidFile pidFile;

  ServiceProcess(Home home, Service service) {
    this.home = home;
    this.service = service;
    this.pidFile = PidFile.of(home, service);
  }

  Optional<ProcessHandle> running() {
    return pidFile.process();
  }

  /** Whether it has ended without having been stopped. */
  boolean hasDied() {
    return pidFile.exists() && running().isEmpty();
  }

  Process start(
      Application application,
      ClassArchive archive,
      Surroundings surroundings,
      Map<String, String> extra) {
    var environment = surroundings.environment(service);
    environment.putAll(extra);
    var command = new ArrayList<>(List.of(Java.executable()));
    command.addAll(Java.options(service, surroundings.isOptimized()));
    command.add(PidFile.mark(home, service));
    command.addAll(archive.options(service));
    command.addAll(List.of("-cp", archive.classPath(application)));
    command.add(service.isApplication() ? application.mainClass() : service.mainClass());
    command.addAll(surroundings.arguments(service));
    return start(command, environment, surroundings.ports());
  }

  /**
   * @param command has {@link PidFile#mark} among its arguments, by which it is found again
   */
  Process start(List<String> command, Map<String, String> environment, Ports ports) {
    var log = home.log(service);
    var builder = new ProcessBuilder(Stream.concat(detached().stream(), command.stream()).toList());
    builder.environment().putAll(environment);
    builder.directory(home.directory().toFile());
    try {
      keepSmall(log);
      var process =
          builder
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .start();
      remember(process, PidFile.mark(home, service), ports);
      return process;
    } catch (IOException e) {
      throw new FleetException("cannot start " + service.name() + ": " + e.getMessage(), e);
    }
  }

  /** A process that cannot be found again must not be left behind. */
  private void remember(Process process, String mark, Ports ports) {
    try {
      pidFile.write(process.toHandle(), mark, ports, service);
    } catch (UncheckedIOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /**
   * A prefix of the command, so that a hang-up or Ctrl-C in the terminal does not end the process.
   * Where there is no setsid (macOS), it ignores these signals.
   */
  private static List<String> detached() {
    for (var directory : List.of("/usr/bin", "/bin", "/usr/local/bin")) {
      var setsid = Path.of(directory, "setsid");
      if (Files.isExecutable(setsid)) {
        return List.of(setsid.toString());
      }
    }
    return List.of("/bin/sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh");
  }

  private static void keepSmall(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
      var older = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Sends SIGTERM; {@link #awaitStop} waits, then kills. */
  void stop() {
    running().ifPresent(ProcessHandle::destroy);
  }

  void awaitStop() {
    running().filter(process -> !Liveness.awaitEnd(process, GRACE)).ifPresent(ServiceProcess::end);
    pidFile.delete();
  }

  /** Sends SIGKILL. The pid file stays, so that the service counts as dead. */
  void kill() {
    running().ifPresent(ServiceProcess::end);
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    Liveness.awaitEnd(process, GRACE);
  }
}
