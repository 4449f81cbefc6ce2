package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Application;
import org.carelane.deployment.checkout.Checkout;

/** Rules about what runs, and how it is found. */
final class WorkloadChecks {

  static final Check FIELDS =
      Check.of(
          "No object has a field that Kubernetes or an operator does not know",
          manifests ->
              manifests.documents().stream()
                  .flatMap(it -> Kinds.complaints(it).map(c -> Manifests.title(it) + ": " + c)));

  static final Check SERVICES =
      Check.of(
          "Each service of the project runs, under its own name, and nothing else does",
          manifests -> {
            var expected = new TreeSet<>(Application.names());
            var running = new TreeSet<String>();
            manifests.instances().forEach(it -> running.add(it.name()));
            return Stream.concat(
                Stream.of(running).filter(it -> !it.equals(expected)).map(it -> it + " run"),
                manifests.instances().stream()
                    .filter(it -> !it.name().equals(it.service()))
                    .map(it -> it.complaint("runs the image " + it.image())));
          });

  static final Check IMAGES =
      Check.of(
          "Each image has the tag of a version: the services the project's, the servers that of"
              + " .env.example",
          manifests ->
              Stream.concat(
                  manifests.instances().stream()
                      .map(Workload::image)
                      .filter(it -> !tag(it).equals(Checkout.version())),
                  manifests.workloads().stream()
                      .filter(it -> !it.isOurs())
                      .map(Workload::image)
                      .filter(
                          it -> !Checkout.text(".env.example").contains("_IMAGE=" + it + "\n"))));

  static final Check SELECTORS =
      Check.ofPods(
          "Each Deployment and StatefulSet selects its own pods and no other's",
          (workload, manifests) ->
              manifests
                  .selected(workload.namespace(), workload.selector().getMatchLabels())
                  .equals(List.of(workload)));

  static final Check SERVICE_SELECTORS =
      Check.of(
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
      Check.ofServices(
          "Each container names the ports that the service listens on",
          (workload, manifests) ->
              ports(workload)
                  .equals(
                      new HashSet<>(
                          List.of(
                              workload.serverPort(manifests), workload.actuatorPort(manifests)))));

  static final Check SERVICE_PORTS =
      Check.of(
          "Each port of a Service is one that its pods name",
          manifests ->
              manifests.all(Service.class).stream()
                  .filter(
                      service ->
                          manifests.selected(service).stream()
                              .anyMatch(it -> !namesPorts(it, service.getSpec().getPorts())))
                  .map(it -> "Service " + it.getMetadata().getName()));

  static final List<Check> ALL =
      List.of(FIELDS, SERVICES, IMAGES, SELECTORS, SERVICE_SELECTORS, PORTS, SERVICE_PORTS);

  private WorkloadChecks() {}

  private static String tag(String image) {
    var name = image.substring(image.lastIndexOf('/') + 1);
    return name.contains(":") ? name.substring(name.indexOf(':') + 1) : "";
  }

  private static Set<Integer> ports(Workload workload) {
    return workload.container().getPorts().stream()
        .map(ContainerPort::getContainerPort)
        .collect(Collectors.toSet());
  }

  private static boolean namesPorts(Workload workload, List<ServicePort> ports) {
    return ports.stream()
        .allMatch(it -> workload.port(it.getTargetPort()).filter(it.getPort()::equals).isPresent());
  }
}
