package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Rules about each pod by itself. */
final class PodChecks {

  private static final String LIVENESS = "/actuator/health/liveness";
  private static final String READINESS = "/actuator/health/readiness";

  /** As many phases as a shutdown may take its whole time for: HTTP, listeners, relay. */
  private static final int PHASES = 3;

  static final Check FIELDS =
      Check.everywhere(
          "No object has a field that Kubernetes or an operator does not know",
          manifests ->
              manifests.documents().stream()
                  .flatMap(it -> Kinds.complaints(it).map(c -> Manifests.title(it) + ": " + c)));

  static final Check SERVICES =
      Check.everywhere(
          "Each service of the project runs, under its own name, and nothing else does",
          manifests -> {
            var expected = new TreeSet<>(Code.services());
            var running = new TreeSet<String>();
            manifests.instances().forEach(it -> running.add(it.name()));
            return Stream.concat(
                Stream.of(running).filter(it -> !it.equals(expected)).map(it -> it + " run"),
                manifests.instances().stream()
                    .filter(it -> !it.name().equals(it.service()))
                    .map(it -> it.complaint("runs the image " + it.image())));
          });

  static final Check IMAGES =
      Check.everywhere(
          "Each image has the tag of a version: the services the project's, the servers that of"
              + " .env.example",
          manifests ->
              Stream.concat(
                  manifests.instances().stream()
                      .map(Workload::image)
                      .filter(it -> !tag(it).equals(Code.version())),
                  manifests.workloads().stream()
                      .filter(it -> !it.isOurs())
                      .map(Workload::image)
                      .filter(
                          it -> !Repository.read(".env.example").contains("_IMAGE=" + it + "\n"))));

  static final Check SELECTORS =
      Check.everywhere(
          "Each Deployment and StatefulSet selects its own pods and no other's",
          manifests ->
              manifests.workloads().stream()
                  .filter(
                      it ->
                          !manifests
                              .selected(it.namespace(), it.selector().getMatchLabels())
                              .equals(List.of(it)))
                  .map(it -> it.complaint("selects " + it.selector().getMatchLabels())));

  static final Check SERVICE_SELECTORS =
      Check.everywhere(
          "Each Service leads to the pods of one Deployment or StatefulSet, the one of its name",
          manifests ->
              manifests.all(Service.class).stream()
                  .filter(
                      it ->
                          !manifests.selected(it).stream()
                              .map(Workload::name)
                              .toList()
                              .equals(List.of(it.getMetadata().getName())))
                  .map(it -> "Service " + it.getMetadata().getName() + " selects others"));

  static final Check PORTS =
      Check.everywhere(
          "Each container names the ports that the service listens on",
          manifests ->
              manifests.instances().stream()
                  .filter(it -> !containerPorts(it).equals(listening(it, manifests)))
                  .map(
                      it ->
                          it.complaint(
                              "names "
                                  + containerPorts(it)
                                  + ", listens on "
                                  + listening(it, manifests))));

  static final Check SERVICE_PORTS =
      Check.everywhere(
          "Each port of a Service is one that its pods name",
          manifests ->
              manifests.all(Service.class).stream()
                  .flatMap(
                      service ->
                          service.getSpec().getPorts().stream()
                              .filter(
                                  port ->
                                      manifests.selected(service).stream()
                                          .anyMatch(
                                              it ->
                                                  it.port(port.getTargetPort())
                                                      .filter(port.getPort()::equals)
                                                      .isEmpty()))
                              .map(
                                  port ->
                                      "Service %s has port %s"
                                          .formatted(
                                              service.getMetadata().getName(), port.getPort()))));

  static final Check PROBES =
      Check.everywhere(
          "Startup, readiness and liveness are asked of the actuator, where it answers",
          manifests ->
              manifests.instances().stream()
                  .flatMap(
                      workload ->
                          probes(workload).entrySet().stream()
                              .filter(it -> !answers(it.getValue(), workload, manifests))
                              .map(
                                  it ->
                                      workload.complaint(
                                          it.getKey() + " asks where nobody answers"))));

  static final Check LIVENESS_ALONE =
      Check.everywhere(
          "Liveness asks for liveness, which looks at no dependency; only readiness asks for"
              + " readiness",
          manifests ->
              manifests.instances().stream()
                  .filter(
                      it ->
                          !path(it.container().getLivenessProbe(), LIVENESS).equals(LIVENESS)
                              || !path(it.container().getStartupProbe(), LIVENESS).equals(LIVENESS)
                              || !path(it.container().getReadinessProbe(), READINESS)
                                  .equals(READINESS)
                              || it.code()
                                  .setting("management.endpoint.health.group.liveness.include")
                                  .isPresent())
                  .map(it -> it.complaint("asks otherwise")));

  static final Check RESOURCES =
      Check.everywhere(
          "Each container requests processor and memory, and has a limit of memory, the same, and"
              + " none of processor",
          manifests ->
              manifests.workloads().stream()
                  .flatMap(
                      workload ->
                          workload
                              .containers()
                              .filter(it -> !hasResources(it))
                              .map(it -> workload.complaint("container " + it.getName()))));

  static final Check STOPPING =
      Check.everywhere(
          "preStop and the graceful shutdown are longer than the drain and shorter than the grace"
              + " period",
          manifests ->
              manifests.instances().stream()
                  .filter(it -> !stopsInTime(it, manifests))
                  .map(it -> it.complaint("may be killed while it stops")));

  static final Check ACCOUNTS =
      Check.everywhere(
          "Each pod has a ServiceAccount of its own, without a token",
          manifests ->
              manifests.workloads().stream()
                  .filter(
                      it ->
                          !it.name().equals(it.pod().getServiceAccountName())
                              || !Boolean.FALSE.equals(it.pod().getAutomountServiceAccountToken())
                              || manifests
                                  .find(ServiceAccount.class, it.namespace(), it.name())
                                  .filter(
                                      account ->
                                          Boolean.FALSE.equals(
                                              account.getAutomountServiceAccountToken()))
                                  .isEmpty())
                  .map(it -> it.complaint("has not")));

  static final Check RESTRICTED =
      Check.everywhere(
          "Each pod meets the restricted Pod Security standard, as a user with a number",
          manifests ->
              manifests.workloads().stream()
                  .filter(it -> !isRestricted(it))
                  .map(it -> it.complaint("does not")));

  static final Check READ_ONLY =
      Check.everywhere(
          "Each root file system is read-only, with a /tmp of limited size",
          manifests ->
              manifests.workloads().stream()
                  .filter(it -> !isReadOnly(it))
                  .map(it -> it.complaint("writes elsewhere")));

  static final Check NAMESPACES =
      Check.everywhere(
          "Each namespace is there and labelled restricted, to enforce, to warn and to audit",
          manifests ->
              manifests.documents().stream()
                  .map(it -> it.at("/metadata/namespace").asString())
                  .filter(it -> !it.isEmpty())
                  .distinct()
                  .filter(
                      name ->
                          manifests.all(Namespace.class).stream()
                              .filter(it -> it.getMetadata().getName().equals(name))
                              .noneMatch(PodChecks::isRestricted))
                  .map(it -> "namespace " + it));

  static final List<Check> ALL =
      List.of(
          FIELDS,
          SERVICES,
          IMAGES,
          SELECTORS,
          SERVICE_SELECTORS,
          PORTS,
          SERVICE_PORTS,
          PROBES,
          LIVENESS_ALONE,
          RESOURCES,
          STOPPING,
          ACCOUNTS,
          RESTRICTED,
          READ_ONLY,
          NAMESPACES);

  private PodChecks() {}

  private static String tag(String image) {
    var name = image.substring(image.lastIndexOf('/') + 1);
    return name.contains(":") ? name.substring(name.indexOf(':') + 1) : "";
  }

  private static TreeSet<Integer> containerPorts(Workload workload) {
    var ports = new TreeSet<Integer>();
    workload.container().getPorts().forEach(it -> ports.add(it.getContainerPort()));
    return ports;
  }

  private static TreeSet<Integer> listening(Workload workload, Manifests manifests) {
    return new TreeSet<>(
        List.of(serverPort(workload, manifests), actuatorPort(workload, manifests)));
  }

  private static int serverPort(Workload workload, Manifests manifests) {
    var moved = workload.environment(manifests).get("SERVER_PORT");
    return moved == null ? workload.code().port() : Integer.parseInt(moved);
  }

  static int actuatorPort(Workload workload, Manifests manifests) {
    var moved = workload.environment(manifests).get("MANAGEMENT_SERVER_PORT");
    return moved == null ? serverPort(workload, manifests) : Integer.parseInt(moved);
  }

  private static Map<String, Probe> probes(Workload workload) {
    var container = workload.container();
    var none = new Probe();
    return Map.of(
        "startup", Objects.requireNonNullElse(container.getStartupProbe(), none),
        "readiness", Objects.requireNonNullElse(container.getReadinessProbe(), none),
        "liveness", Objects.requireNonNullElse(container.getLivenessProbe(), none));
  }

  private static boolean answers(Probe probe, Workload workload, Manifests manifests) {
    return List.of(LIVENESS, READINESS).contains(path(probe, ""))
        && workload
            .port(probe.getHttpGet().getPort())
            .filter(it -> it == actuatorPort(workload, manifests))
            .isPresent()
        && workload
            .code()
            .setting("management.endpoint.health.probes.enabled")
            .filter("true"::equals)
            .isPresent();
  }

  private static String path(@Nullable Probe probe, String ifNone) {
    return probe == null || probe.getHttpGet() == null ? ifNone : probe.getHttpGet().getPath();
  }

  private static boolean hasResources(Container container) {
    var resources = container.getResources();
    if (resources == null || resources.getRequests() == null || resources.getLimits() == null) {
      return false;
    }
    Quantity memory = resources.getLimits().get("memory");
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
    return workload.code().knows("carelane.drain.for")
        ? DurationStyle.detectAndParse(
            workload.environment(manifests).getOrDefault("CARELANE_DRAIN_FOR", "1h"))
        : Duration.ZERO;
  }

  private static Duration phase(Workload workload, Manifests manifests) {
    return Optional.ofNullable(
            workload.environment(manifests).get("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE"))
        .or(() -> workload.code().setting("spring.lifecycle.timeout-per-shutdown-phase"))
        .map(DurationStyle::detectAndParse)
        .orElse(Duration.ofSeconds(30));
  }

  private static boolean isRestricted(Workload workload) {
    var pod = workload.pod();
    var context = pod.getSecurityContext();
    return context != null
        && Boolean.TRUE.equals(context.getRunAsNonRoot())
        && context.getRunAsUser() != null
        && context.getRunAsUser() > 0
        && context.getSeccompProfile() != null
        && "RuntimeDefault".equals(context.getSeccompProfile().getType())
        && !Boolean.TRUE.equals(pod.getHostNetwork())
        && !Boolean.TRUE.equals(pod.getHostPID())
        && !Boolean.TRUE.equals(pod.getHostIPC())
        && pod.getVolumes().stream().allMatch(it -> it.getHostPath() == null)
        && workload
            .containers()
            .map(Container::getSecurityContext)
            .allMatch(PodChecks::isRestricted);
  }

  private static boolean isRestricted(SecurityContext context) {
    return context != null
        && Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
        && !Boolean.TRUE.equals(context.getPrivileged())
        && !Boolean.FALSE.equals(context.getRunAsNonRoot())
        && context.getRunAsUser() == null
        && context.getCapabilities() != null
        && context.getCapabilities().getDrop().equals(List.of("ALL"))
        && context.getCapabilities().getAdd().isEmpty();
  }

  private static boolean isRestricted(Namespace namespace) {
    return Stream.of("enforce", "warn", "audit")
        .allMatch(
            it ->
                "restricted"
                    .equals(
                        namespace
                            .getMetadata()
                            .getLabels()
                            .get("pod-security.kubernetes.io/" + it)));
  }

  private static boolean isReadOnly(Workload workload) {
    var temporary =
        workload.pod().getVolumes().stream()
            .filter(it -> it.getEmptyDir() != null && it.getEmptyDir().getSizeLimit() != null)
            .map(Volume::getName)
            .toList();
    return workload.pod().getVolumes().stream()
            .allMatch(it -> it.getEmptyDir() == null || temporary.contains(it.getName()))
        && workload
            .containers()
            .allMatch(
                it ->
                    it.getSecurityContext() != null
                        && Boolean.TRUE.equals(it.getSecurityContext().getReadOnlyRootFilesystem())
                        && it.getVolumeMounts().stream()
                            .anyMatch(
                                mount ->
                                    mount.getMountPath().equals("/tmp")
                                        && temporary.contains(mount.getName())));
  }
}
