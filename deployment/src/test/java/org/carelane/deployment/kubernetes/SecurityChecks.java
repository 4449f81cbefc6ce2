package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.stream.Stream;

/** Rules about what a pod may do to its node and its cluster. */
final class SecurityChecks {

  static final Check ACCOUNTS =
      Check.ofPods(
          "Each pod has a ServiceAccount of its own, without a token",
          (workload, manifests) ->
              workload.name().equals(workload.pod().getServiceAccountName())
                  && Boolean.FALSE.equals(workload.pod().getAutomountServiceAccountToken())
                  && manifests
                      .find(ServiceAccount.class, workload.namespace(), workload.name())
                      .filter(it -> Boolean.FALSE.equals(it.getAutomountServiceAccountToken()))
                      .isPresent());

  static final Check RESTRICTED =
      Check.ofPods(
          "Each pod meets the restricted Pod Security standard, as a user with a number",
          (workload, manifests) -> isRestricted(workload));

  static final Check READ_ONLY =
      Check.ofPods(
          "Each root file system is read-only, with a /tmp of limited size",
          (workload, manifests) -> isReadOnly(workload));

  static final Check NAMESPACES =
      Check.of(
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
                              .noneMatch(SecurityChecks::isRestricted))
                  .map(it -> "namespace " + it));

  static final List<Check> ALL = List.of(ACCOUNTS, RESTRICTED, READ_ONLY, NAMESPACES);

  private SecurityChecks() {}

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
            .allMatch(SecurityChecks::isRestricted);
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
