package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.CONTAINER;
import static org.carelane.deployment.kubernetes.Mutation.POD;
import static org.carelane.deployment.kubernetes.Mutation.remove;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Overlay.LOCAL;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;

/** Mistakes about how a pod lives. */
final class PodMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "no startup probe",
              PodChecks.PROBES,
              remove("Deployment", "auth-service", CONTAINER + "/startupProbe")),
          new Mutation(
              PRODUCTION,
              "a probe of the public port",
              PodChecks.PROBES,
              set("Deployment", "gateway", CONTAINER + "/readinessProbe/httpGet/port", "http")),
          new Mutation(
              LOCAL,
              "a probe of a path that is not there",
              PodChecks.LIVENESS_ALONE,
              set(
                  "StatefulSet",
                  "discovery",
                  CONTAINER + "/livenessProbe/httpGet/path",
                  "/actuator/health/readiness")),
          new Mutation(
              PRODUCTION,
              "no limit of memory",
              PodChecks.RESOURCES,
              remove("Deployment", "chat-service", CONTAINER + "/resources/limits/memory")),
          new Mutation(
              PRODUCTION,
              "a limit of processor",
              PodChecks.RESOURCES,
              set("Deployment", "chat-service", CONTAINER + "/resources/limits/cpu", "1")),
          new Mutation(
              PRODUCTION,
              "a short grace period",
              PodChecks.STOPPING,
              set("Deployment", "gateway", POD + "/terminationGracePeriodSeconds", 30)),
          new Mutation(
              LOCAL,
              "a drain as long as everything else",
              PodChecks.STOPPING,
              set("ConfigMap", "every-client", "/data/CARELANE_DRAIN_FOR", "45s")),
          new Mutation(
              LOCAL,
              "no preStop",
              PodChecks.STOPPING,
              remove("Deployment", "gateway", CONTAINER + "/lifecycle")));

  private PodMutations() {}
}
