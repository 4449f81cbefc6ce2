package org.carelane.local;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs Prometheus for the fleet, if it is installed, with the configuration in {@code
 * deployment/monitoring} and the fleet's addresses.
 */
final class Prometheus {

  static final String HOW_TO_GET_IT =
      "Prometheus is not installed, so nothing watches it: no prometheus on the PATH. Debian and"
          + " Homebrew have the package prometheus; or see https://prometheus.io/download";

  private static final Service SERVICE = Services.named(Services.PROMETHEUS);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Path monitoring;
  private final Surroundings surroundings;
  private final Progress progress;

  Prometheus(Path root, Surroundings surroundings, Progress progress) {
    this.monitoring = root.resolve("deployment").resolve("monitoring");
    this.surroundings = surroundings;
    this.progress = progress;
  }

  /** The program, if it is on the user's PATH. */
  Optional<Path> program() {
    return Stream.of(surroundings.user().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, Services.PROMETHEUS))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it unless it runs already; returns when it is ready. */
  void start(Path program) {
    var process = new ServiceProcess(surroundings.home(), SERVICE);
    if (process.running().isEmpty()) {
      surroundings.ports().requireFree(SERVICE);
      var command = command(program, writeConfiguration());
      progress.starting(SERVICE);
      awaitReady(process.start(command, Map.of(), surroundings.ports()));
    }
  }

  private List<String> command(Path program, Path configuration) {
    return List.of(
        program.toString(),
        "--config.file=" + configuration,
        PidFile.mark(surroundings.home(), SERVICE), // where its data goes
        "--storage.tsdb.retention.time=7d",
        "--web.listen-address=" + address(SERVICE),
        "--enable-feature=exemplar-storage");
  }

  private Path writeConfiguration() {
    var file = surroundings.home().run().resolve("prometheus.yml");
    try {
      return Files.writeString(file, configuration());
    } catch (IOException e) {
      throw new FleetException("cannot write " + file, e);
    }
  }

  /** The configuration for containers, with the addresses of this fleet. */
  String configuration() {
    var written = monitoring.resolve("prometheus.yml");
    try {
      var text = Files.readString(written);
      for (var address : addresses().entrySet()) {
        if (!text.contains(address.getKey())) {
          throw new FleetException(written + " does not name " + address.getKey());
        }
        text = text.replace(address.getKey(), address.getValue());
      }
      return text;
    } catch (IOException e) {
      throw new FleetException("cannot read " + written, e);
    }
  }

  private Map<String, String> addresses() {
    return Map.of(
        "http://discovery:8761", surroundings.url(Services.DISCOVERY),
        "[discovery:8761]", "[" + registers() + "]",
        "/run/secrets/discovery-password",
            surroundings.home().discoveryPassword().file().toString(),
        "localhost:9090", address(SERVICE),
        "rules/*.yml", monitoring.resolve("rules").resolve("*.yml").toString());
  }

  private String registers() {
    return surroundings.services().stream()
        .filter(service -> service.application().equals(Services.DISCOVERY))
        .map(this::address)
        .collect(joining(", "));
  }

  private String address(Service service) {
    return "127.0.0.1:" + surroundings.ports().of(service);
  }

  private void awaitReady(Process process) {
    var probe = surroundings.probe(SERVICE);
    long begun = System.nanoTime();
    try {
      while (!probe.isReady()) {
        if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
          new ServiceProcess(surroundings.home(), SERVICE).awaitStop();
          throw failed();
        }
        Pause.of(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FleetException("interrupted", e);
    }
    progress.ready(SERVICE, Duration.ofNanos(System.nanoTime() - begun));
  }

  private FleetException failed() {
    var log = surroundings.home().log(SERVICE);
    var last = String.join("", LogFile.lastLines(log, 1));
    return new FleetException("prometheus failed: " + last + " (log: " + log + ")");
  }
}
