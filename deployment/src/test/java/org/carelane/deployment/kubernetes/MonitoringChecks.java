package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Checkout;
import tools.jackson.databind.JsonNode;

/** Rules about metrics and alerts. */
final class MonitoringChecks {

  static final Check SCRAPED =
      Check.of(
              "Prometheus scrapes each service once, where it shows its metrics",
              manifests ->
                  manifests.instances().stream()
                      .filter(it -> scrapes(it, manifests).count() != 1)
                      .map(
                          it ->
                              it.complaint(
                                  "is scraped " + scrapes(it, manifests).count() + " times")))
          .inProduction();

  static final Check ALERTS =
      Check.of(
              "The alerts are those of deployment/monitoring/rules",
              manifests ->
                  differences(
                      PrometheusRules.files().stream().flatMap(it -> groups(Checkout.content(it))),
                      manifests.documents("PrometheusRule").stream()
                          .flatMap(it -> groups(it.path("spec")))))
          .inProduction();

  static final Check DASHBOARDS =
      Check.of(
              "The dashboards are those of deployment/monitoring/grafana, labelled for Grafana's"
                  + " sidecar",
              manifests ->
                  differences(
                      Checkout.files("deployment/monitoring/grafana/dashboards", ".json").stream()
                          .map(Checkout::text),
                      manifests.all(ConfigMap.class).stream()
                          .filter(MonitoringChecks::isDashboard)
                          .flatMap(it -> it.getData().values().stream())))
          .inProduction();

  static final List<Check> ALL = List.of(SCRAPED, ALERTS, DASHBOARDS);

  private MonitoringChecks() {}

  static boolean isDashboard(ConfigMap map) {
    return "1".equals(map.getMetadata().getLabels().get("grafana_dashboard"));
  }

  private static Stream<JsonNode> groups(JsonNode rules) {
    return rules.path("groups").valueStream();
  }

  private static <T> Stream<String> differences(Stream<T> expected, Stream<T> found) {
    var files = expected.toList();
    var objects = found.toList();
    return Stream.concat(
        files.stream().filter(it -> !objects.contains(it)).map(it -> "missing: " + it),
        objects.stream().filter(it -> !files.contains(it)).map(it -> "not in the files: " + it));
  }

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
            .application()
            .value("management.endpoints.web.exposure.include")
            .filter(it -> it.contains("prometheus"))
            .isPresent()
        && service.getSpec().getPorts().stream()
            .filter(it -> it.getName().equals(endpoint.path("port").asString()))
            .flatMap(it -> workload.port(it.getTargetPort()).stream())
            .anyMatch(it -> it == workload.actuatorPort(manifests));
  }
}
