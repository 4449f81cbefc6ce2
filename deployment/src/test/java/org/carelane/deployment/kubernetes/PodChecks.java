package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Rules about how a pod lives. */
final class PodChecks {

  private static final String LIVENESS = "/actuator/health/liveness";
  private static final String READINESS = "/actuator/health/readiness";

  /** As many phases as a shutdown may take its whole time for: HTTP, listeners, relay. */
  private static final int PHASES = 3;

  static final Check PROBES =
      Check.ofServices(
          "Startup, readiness and liveness are asked of the actuator, where it answers",
          (workload, manifests) ->
              probes(workload).allMatch(it -> it != null && answers(it, workload, manifests)));

  static final Check LIVENESS_ALONE =
      Check.ofServices(
          "Startup and liveness look at no dependency, readiness at readiness",
          (workload, manifests) ->
              asks(workload.container().getStartupProbe(), LIVENESS)
                  && asks(workload.container().getLivenessProbe(), LIVENESS)
                  && asks(workload.container().getReadinessProbe(), READINESS)
                  && workload
                      .application()
                      .value("management.endpoint.health.group.liveness.include")
                      .isEmpty());

  static final Check RESOURCES =
      Check.ofPods(
          "Each container requests processor and memory, and has a limit of memory, the same, and"
              + " none of processor",
          (workload, manifests) -> workload.containers().allMatch(PodChecks::hasResources));

  static final Check STOPPING =
      Check.ofServices(
          "preStop and the graceful shutdown are longer than the drain and shorter than the grace"
              + " period",
          PodChecks::stopsInTime);

  static final List<Check> ALL = List.of(PROBES, LIVENESS_ALONE, RESOURCES, STOPPING);

  private PodChecks() {}

  private static Stream<@Nullable Probe> probes(Workload workload) {
    var container = workload.container();
    return Stream.of(
        container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe());
  }

  private static boolean answers(Probe probe, Workload workload, Manifests manifests) {
    return probe.getHttpGet() != null
        && List.of(LIVENESS, READINESS).contains(probe.getHttpGet().getPath())
        && workload
            .port(probe.getHttpGet().getPort())
            .filter(it -> it == workload.actuatorPort(manifests))
            .isPresent()
        && workload
            .application()
            .value("management.endpoint.health.probes.enabled")
            .filter("true"::equals)
            .isPresent();
  }

  /** That there is none is for another rule to say. */
  private static boolean asks(@Nullable Probe probe, String path) {
    return probe == null || probe.getHttpGet() == null || probe.getHttpGet().getPath().equals(path);
  }

  private static boolean hasResources(Container container) {
    var resources = container.getResources();
    if (resources == null || resources.getRequests() == null || resources.getLimits() == null) {
      return false;
    }
    var memory = resources.getLimits().get("memory");
    return resources.getRequests().containsKey("cpu")
        && memory != null
        && memory.equals(resources.getRequests().get("memory"))
        && !resources.getLimits().containsKey("cpu");
  }

  private static boolean stopsInTime(Workload workload, Manifests manifests) {
    var lifecycle = workload.container().getLifecycle();
    if (lifecycle == null
        || lifecycle.getPreStop() == null
        || lifecycle.getPreStop().getSleep() == null) {
      return false;
    }
    var drain = drain(workload, manifests);
    var preStop = Duration.ofSeconds(lifecycle.getPreStop().getSleep().getSeconds());
    var graceful = preStop.plus(phase(workload, manifests).multipliedBy(PHASES));
    var grace = Duration.ofSeconds(workload.pod().getTerminationGracePeriodSeconds());
    return preStop.isPositive()
        && graceful.compareTo(drain) > 0
        && graceful.plus(drain).compareTo(grace) < 0;
  }

  /** discovery does not drain: its peer answers. Who drains must be told for how long. */
  private static Duration drain(Workload workload, Manifests manifests) {
    return workload.application().knows("carelane.drain.for")
        ? DurationStyle.detectAndParse(
            workload.environment(manifests).getOrDefault("CARELANE_DRAIN_FOR", "1h"))
        : Duration.ZERO;
  }

  private static Duration phase(Workload workload, Manifests manifests) {
    return Optional.ofNullable(
            workload.environment(manifests).get("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE"))
        .or(() -> workload.application().value("spring.lifecycle.timeout-per-shutdown-phase"))
        .map(DurationStyle::detectAndParse)
        .orElse(Duration.ofSeconds(30));
  }
}
