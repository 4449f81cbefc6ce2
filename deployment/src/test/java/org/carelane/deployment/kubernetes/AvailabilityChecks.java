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

/** Rules about what happens while pods come and go. */
final class AvailabilityChecks {

  static final Check ROLLING =
      Check.everywhere(
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
      Check.inProduction(
          "Of each service there are two or more, the Deployments' number left to their autoscaler",
          manifests ->
              manifests.instances().stream()
                  .filter(
                      it ->
                          replicas(it, manifests) < 2
                              || it.object() instanceof Deployment && it.replicas() != null)
                  .map(it -> it.complaint("has " + replicas(it, manifests))));

  static final Check BUDGETS =
      Check.inProduction(
          "Where there are two or more, a disruption budget keeps at least one and lets at least"
              + " one go",
          manifests ->
              manifests.instances().stream()
                  .filter(it -> replicas(it, manifests) > 1)
                  .filter(
                      workload -> {
                        var budgets = budgets(workload, manifests);
                        var kept =
                            budgets.size() == 1
                                ? kept(budgets.getFirst(), replicas(workload, manifests))
                                : 0;
                        return kept < 1 || kept >= replicas(workload, manifests);
                      })
                  .map(it -> it.complaint("has no such budget")));

  static final Check UNHEALTHY_PODS =
      Check.inProduction(
          "A disruption budget does not protect pods that are not ready",
          manifests ->
              manifests.all(PodDisruptionBudget.class).stream()
                  .filter(it -> !"AlwaysAllow".equals(it.getSpec().getUnhealthyPodEvictionPolicy()))
                  .map(it -> it.getMetadata().getName()));

  static final Check SPREAD =
      Check.inProduction(
          "The pods of one version are spread over zones and nodes",
          manifests ->
              manifests.instances().stream()
                  .filter(
                      it ->
                          !isSpread(it, "topology.kubernetes.io/zone")
                              || !isSpread(it, "kubernetes.io/hostname"))
                  .map(it -> it.complaint("is not")));

  static final Check SCALED =
      Check.inProduction(
          "Each Deployment has an autoscaler by the processor, of which its pods request some",
          manifests ->
              manifests.instances().stream()
                  .filter(it -> it.object() instanceof Deployment)
                  .filter(
                      workload ->
                          autoscaler(workload, manifests)
                              .filter(
                                  it ->
                                      it.getSpec().getMetrics().stream()
                                          .anyMatch(AvailabilityChecks::isProcessor))
                              .isEmpty())
                  .map(it -> it.complaint("has none")));

  static final Check SIGNALS =
      Check.inProduction(
          "Each service scales by its work as well, a signal that the Prometheus adapter knows",
          manifests -> {
            var known =
                Kinds.yaml()
                    .readTree(Repository.read("k8s/prometheus-adapter.yaml"))
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
                                metric -> known.contains(metric.getPods().getMetric().getName())))
                .map(it -> it.getMetadata().getName());
          });

  static final Check PARTITIONS =
      Check.inProduction(
          "There are partitions for each replica that a consumer may have",
          manifests ->
              manifests.instances().stream()
                  .filter(
                      it ->
                          it.object() instanceof Deployment
                              && it.code().setting("spring.kafka.listener.concurrency").isPresent())
                  .filter(it -> it.code().isConsumer())
                  .filter(
                      it ->
                          autoscaler(it, manifests)
                                      .map(scaler -> scaler.getSpec().getMaxReplicas())
                                      .orElse(0)
                                  * Integer.parseInt(
                                      it.code()
                                          .setting("spring.kafka.listener.concurrency")
                                          .orElseThrow())
                              > Integer.parseInt(
                                  it.environment(manifests)
                                      .getOrDefault("CARELANE_MESSAGING_PARTITIONS", "6")))
                  .map(it -> it.complaint("may have more")));

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

  /** A percentage is rounded up. */
  private static int kept(PodDisruptionBudget budget, int replicas) {
    var minimum = budget.getSpec().getMinAvailable();
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
