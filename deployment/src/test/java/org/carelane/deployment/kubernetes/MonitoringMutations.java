package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;

/** Mistakes about metrics and alerts. */
final class MonitoringMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "metrics looked for at the public port",
              MonitoringChecks.SCRAPED,
              set("ServiceMonitor", "gateway", "/spec/endpoints/0/port", "http")));

  private MonitoringMutations() {}
}
