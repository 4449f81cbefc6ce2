package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rules about metrics and alerts. */
final class MonitoringChecks {

  static final Check SCRAPED =
      Check.inProduction(
          "Prometheus scrapes each service once, where it shows its metrics",
          manifests ->
              manifests.instances().stream()
                  .filter(it -> scrapes(it, manifests).count() != 1)
                  .map(
                      it ->
                          it.complaint("is scraped " + scrapes(it, manifests).count() + " times")));

  static final List<Check> ALL = List.of(SCRAPED);

  private MonitoringChecks() {}

  private static Stream<JsonNode> scrapes(Workload workload, Manifests manifests) {
    return manifests.documents("ServiceMonitor").stream()
        .flatMap(
            monitor ->
                manifests.all(Service.class).stream()
                    .filter(it -> manifests.selected(it).contains(workload))
                    .filter(
                        it -> AllowedCalls.matches(selector(monitor), it.getMetadata().getLabels()))
                    .flatMap(
                        service ->
                            monitor
                                .at("/spec/endpoints")
                                .valueStream()
                                .filter(it -> leads(it, service, workload, manifests))));
  }

  private static LabelSelector selector(JsonNode monitor) {
    return Kinds.yaml().treeToValue(monitor.at("/spec/selector"), LabelSelector.class);
  }

  private static boolean leads(
      JsonNode endpoint, Service service, Workload workload, Manifests manifests) {
    return endpoint.path("path").asString().equals("/actuator/prometheus")
        && workload
            .code()
            .setting("management.endpoints.web.exposure.include")
            .filter(it -> it.contains("prometheus"))
            .isPresent()
        && service.getSpec().getPorts().stream()
            .filter(it -> it.getName().equals(endpoint.path("port").asString()))
            .flatMap(it -> workload.port(it.getTargetPort()).stream())
            .anyMatch(it -> it == PodChecks.actuatorPort(workload, manifests));
  }
}
