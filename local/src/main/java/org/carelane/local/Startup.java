package org.carelane.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Starts services, each as soon as those it needs are ready, and waits until all are. The first
 * failure ends it; what was started by then is left to the caller to stop.
 */
final class Startup {

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int LAST_LINES = 20;

  private final Surroundings surroundings;
  private final Applications applications;
  private final Map<String, Map<String, String>> extraEnvironment;
  private final Progress progress;
  private final AtomicReference<@Nullable FleetException> failure = new AtomicReference<>();

  Startup(
      Surroundings surroundings,
      Applications applications,
      Map<String, Map<String, String>> extraEnvironment,
      Progress progress) {
    this.surroundings = surroundings;
    this.applications = applications;
    this.extraEnvironment = extraEnvironment;
    this.progress = progress;
  }

  /**
   * @param services after those they need, as in {@link Services#ALL}
   */
  void run(List<Service> services) {
    var ready = new HashMap<String, CompletableFuture<Void>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> unpackAhead(services));
      for (var service : services) {
        var needs =
            service.needs().stream()
                .filter(ready::containsKey)
                .map(ready::get)
                .toArray(CompletableFuture<?>[]::new);
        ready.put(
            service.name(),
            CompletableFuture.allOf(needs).thenRunAsync(() -> startOrFail(service), threads));
      }
      CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      throw failure.get() == null ? e : failure.get();
    }
  }

  /** Unpacks applications while the first services start. */
  private void unpackAhead(List<Service> services) {
    try {
      for (var service : services) {
        applications.of(service);
      }
    } catch (FleetException | InterruptedException e) {
      // the service that needs it finds out as well
    }
  }

  /** No process is started any more once this has returned. */
  synchronized void abandon() {
    failure.compareAndSet(null, new FleetException("given up"));
  }

  private synchronized Optional<Process> launch(
      Service service, Application application, ClassArchive archive) {
    if (failure.get() != null) {
      return Optional.empty();
    }
    progress.starting(service);
    var extra = extraEnvironment.getOrDefault(service.application(), Map.of());
    var process = new ServiceProcess(surroundings.home(), service);
    return Optional.of(process.start(application, archive, surroundings, extra));
  }

  private void startOrFail(Service service) {
    try {
      start(service);
    } catch (FleetException e) {
      failure.compareAndSet(null, e);
      throw e;
    } catch (InterruptedException e) {
      failure.compareAndSet(null, new FleetException("interrupted", e));
      Thread.currentThread().interrupt();
    }
  }

  private void start(Service service) throws InterruptedException {
    if (failure.get() != null) {
      return;
    }
    var application = applications.of(service);
    var archive = applications.archive(service);
    long begun = System.nanoTime();
    var launched = launch(service, application, archive);
    if (launched.isPresent()) {
      awaitReady(service, launched.get(), begun);
    }
  }

  private void awaitReady(Service service, Process process, long begun)
      throws InterruptedException {
    var probe = surroundings.probe(service);
    while (!isReady(service, probe)) {
      if (failure.get() != null) {
        return;
      }
      if (!process.isAlive()) {
        throw failed(service, "it ended with status " + process.exitValue());
      }
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw failed(service, "not ready after " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    if (!process.isAlive()) { // then another program answers on its port
      throw failed(service, "it ended with status " + process.exitValue());
    }
    progress.ready(service, Duration.ofNanos(System.nanoTime() - begun));
  }

  private boolean isReady(Service service, Probe probe) throws InterruptedException {
    return Ports.isListening(surroundings.ports().of(service)) && probe.isReady();
  }

  private FleetException failed(Service service, String reason) {
    var log = surroundings.home().log(service);
    var details = new StringJoiner(System.lineSeparator() + "    ");
    details.add("    " + log + " ends with:");
    LogFile.lastLines(log, LAST_LINES).forEach(details::add);
    progress.failed(service, reason, details.toString());
    return new FleetException(service.name() + " failed: " + reason + " (log: " + log + ")");
  }
}
