package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.POD;
import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Mutation.without;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;

/** Mistakes about what happens while pods come and go. */
final class AvailabilityMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "a replica that may be away",
              AvailabilityChecks.ROLLING,
              set("Deployment", "gateway", "/spec/strategy/rollingUpdate/maxUnavailable", 1)),
          new Mutation(
              PRODUCTION,
              "one replica",
              AvailabilityChecks.REPLICAS,
              set("HorizontalPodAutoscaler", "gateway", "/spec/minReplicas", 1)),
          new Mutation(
              PRODUCTION,
              "replicas that the autoscaler is not asked for",
              AvailabilityChecks.REPLICAS,
              set("Deployment", "gateway", "/spec/replicas", 2)),
          new Mutation(
              PRODUCTION,
              "a budget that lets none go",
              AvailabilityChecks.BUDGETS,
              set("PodDisruptionBudget", "gateway", "/spec/minAvailable", 2)),
          new Mutation(
              PRODUCTION,
              "no budget",
              AvailabilityChecks.BUDGETS,
              without("PodDisruptionBudget", "discovery")),
          new Mutation(
              PRODUCTION,
              "a budget that protects what is broken",
              AvailabilityChecks.UNHEALTHY_PODS,
              set(
                  "PodDisruptionBudget",
                  "gateway",
                  "/spec/unhealthyPodEvictionPolicy",
                  "IfHealthyBudget")),
          new Mutation(
              PRODUCTION,
              "all on one node",
              AvailabilityChecks.SPREAD,
              listAt(
                  "Deployment",
                  "auth-service",
                  POD + "/topologySpreadConstraints",
                  it -> it.remove(1))),
          new Mutation(
              PRODUCTION,
              "an autoscaler of nothing",
              AvailabilityChecks.SCALED,
              listAt("HorizontalPodAutoscaler", "gateway", "/spec/metrics", it -> it.remove(0))),
          new Mutation(
              PRODUCTION,
              "a signal nobody sends",
              AvailabilityChecks.SIGNALS,
              set(
                  "HorizontalPodAutoscaler",
                  "chat-service",
                  "/spec/metrics/1/pods/metric/name",
                  "carelane_chats")),
          new Mutation(
              PRODUCTION,
              "consumers without partitions",
              AvailabilityChecks.PARTITIONS,
              set("HorizontalPodAutoscaler", "payment-service", "/spec/maxReplicas", 10)));

  private AvailabilityMutations() {}
}
