package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Checkout;

/** Rules about what happens while pods come and go. */
final class AvailabilityChecks {

  static final Check ROLLING =
      Check.of(
          "A Deployment is rolled without an unavailable replica",
          manifests ->
              manifests.all(Deployment.class).stream()
                  .filter(
                      it -> {
                        var rolling =
                            it.getSpec().getStrategy() == null
                                ? null
                                : it.getSpec().getStrategy().getRollingUpdate();
                        return rolling == null
                            || !new IntOrString(0).equals(rolling.getMaxUnavailable())
                            || new IntOrString(0).equals(rolling.getMaxSurge());
                      })
                  .map(it -> it.getMetadata().getName()));

  static final Check REPLICAS =
      Check.ofServices(
              "Of each service there are two or more, the Deployments' number left to their"
                  + " autoscaler",
              (workload, manifests) ->
                  replicas(workload, manifests) > 1
                      && (workload.replicas() == null || !isDeployment(workload)))
          .inProduction();

  static final Check BUDGETS =
      Check.ofServices(
              "Where there are two or more, a disruption budget keeps at least one and lets at"
                  + " least one go",
              (workload, manifests) -> {
                var replicas = replicas(workload, manifests);
                var kept = kept(budgets(workload, manifests), replicas);
                return replicas < 2 || kept > 0 && kept < replicas;
              })
          .inProduction();

  static final Check UNHEALTHY_PODS =
      Check.of(
              "A disruption budget does not protect pods that are not ready",
              manifests ->
                  manifests.all(PodDisruptionBudget.class).stream()
                      .filter(
                          it -> !"AlwaysAllow".equals(it.getSpec().getUnhealthyPodEvictionPolicy()))
                      .map(it -> it.getMetadata().getName()))
          .inProduction();

  static final Check SPREAD =
      Check.ofServices(
              "The pods of one version are spread over zones and nodes",
              (workload, manifests) ->
                  isSpread(workload, "topology.kubernetes.io/zone")
                      && isSpread(workload, "kubernetes.io/hostname"))
          .inProduction();

  static final Check SCALED =
      Check.ofServices(
              "Each Deployment has an autoscaler by the processor",
              (workload, manifests) ->
                  !isDeployment(workload)
                      || autoscaler(workload, manifests).stream()
                          .flatMap(it -> it.getSpec().getMetrics().stream())
                          .anyMatch(AvailabilityChecks::isProcessor))
          .inProduction();

  static final Check SIGNALS =
      Check.of(
              "Each service scales by its work as well, a signal that the Prometheus adapter knows",
              manifests -> {
                var known =
                    Checkout.content(Checkout.path("k8s/prometheus-adapter.yaml"))
                        .at("/rules/custom")
                        .valueStream()
                        .map(it -> it.at("/name/as").asString())
                        .toList();
                return manifests.all(HorizontalPodAutoscaler.class).stream()
                    .filter(it -> !it.getMetadata().getName().equals("gateway"))
                    .filter(
                        it ->
                            it.getSpec().getMetrics().stream()
                                .filter(metric -> metric.getPods() != null)
                                .noneMatch(
                                    metric ->
                                        known.contains(metric.getPods().getMetric().getName())))
                    .map(it -> it.getMetadata().getName());
              })
          .inProduction();

  static final Check PARTITIONS =
      Check.ofServices(
              "There are partitions for each replica that a consumer may have",
              (workload, manifests) ->
                  !workload.application().isConsumer()
                      || readers(workload, manifests) <= partitions(workload, manifests))
          .inProduction();

  static final List<Check> ALL =
      List.of(ROLLING, REPLICAS, BUDGETS, UNHEALTHY_PODS, SPREAD, SCALED, SIGNALS, PARTITIONS);

  private AvailabilityChecks() {}

  private static Optional<HorizontalPodAutoscaler> autoscaler(
      Workload workload, Manifests manifests) {
    return manifests.all(HorizontalPodAutoscaler.class).stream()
        .filter(it -> workload.namespace().equals(it.getMetadata().getNamespace()))
        .filter(
            it -> {
              var target = it.getSpec().getScaleTargetRef();
              return target.getKind().equals(workload.object().getKind())
                  && target.getName().equals(workload.name());
            })
        .findFirst();
  }

  /** The fewest there are. */
  private static int replicas(Workload workload, Manifests manifests) {
    return autoscaler(workload, manifests)
        .map(it -> it.getSpec().getMinReplicas())
        .or(() -> Optional.ofNullable(workload.replicas()))
        .orElse(1);
  }

  private static boolean isDeployment(Workload workload) {
    return workload.object() instanceof Deployment;
  }

  /** The most threads that read from Kafka at a time. */
  private static int readers(Workload workload, Manifests manifests) {
    var each = workload.application().value("spring.kafka.listener.concurrency").orElseThrow();
    return Integer.parseInt(each)
        * autoscaler(workload, manifests).map(it -> it.getSpec().getMaxReplicas()).orElse(1);
  }

  private static int partitions(Workload workload, Manifests manifests) {
    return Integer.parseInt(
        workload.environment(manifests).getOrDefault("CARELANE_MESSAGING_PARTITIONS", "6"));
  }

  private static List<PodDisruptionBudget> budgets(Workload workload, Manifests manifests) {
    return manifests.all(PodDisruptionBudget.class).stream()
        .filter(it -> workload.namespace().equals(it.getMetadata().getNamespace()))
        .filter(
            it ->
                workload
                    .labels()
                    .entrySet()
                    .containsAll(it.getSpec().getSelector().getMatchLabels().entrySet()))
        .toList();
  }

  /**
   * None, if there are several budgets: then nothing can be evicted. A percentage is rounded up.
   */
  private static int kept(List<PodDisruptionBudget> budgets, int replicas) {
    var minimum = budgets.size() == 1 ? budgets.getFirst().getSpec().getMinAvailable() : null;
    if (minimum == null) {
      return 0;
    }
    var percentage = minimum.getStrVal();
    return percentage == null
        ? minimum.getIntVal()
        : Math.ceilDiv(Integer.parseInt(percentage.replace("%", "")) * replicas, 100);
  }

  private static boolean isSpread(Workload workload, String topology) {
    return workload.pod().getTopologySpreadConstraints().stream()
        .filter(it -> it.getTopologyKey().equals(topology) && it.getMaxSkew() == 1)
        .anyMatch(it -> selectsItself(it, workload));
  }

  private static boolean selectsItself(TopologySpreadConstraint constraint, Workload workload) {
    var name = "app.kubernetes.io/name";
    var selected = constraint.getLabelSelector().getMatchLabels();
    return workload.labels().entrySet().containsAll(selected.entrySet())
        && (selected.containsKey(name) || constraint.getMatchLabelKeys().contains(name));
  }

  private static boolean isProcessor(MetricSpec metric) {
    return metric.getResource() != null
        && metric.getResource().getName().equals("cpu")
        && Stream.of(metric.getResource().getTarget().getAverageUtilization())
            .allMatch(it -> it > 0 && it < 100);
  }
}
