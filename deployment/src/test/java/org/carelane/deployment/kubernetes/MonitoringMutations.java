package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Mutation.without;
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
              set("ServiceMonitor", "gateway", "/spec/endpoints/0/port", "http")),
          new Mutation(
              PRODUCTION,
              "an alert with another threshold",
              MonitoringChecks.ALERTS,
              set("PrometheusRule", "bookings", "/spec/groups/0/rules/0/for", "1h")),
          new Mutation(
              PRODUCTION,
              "a dashboard that is missing",
              MonitoringChecks.DASHBOARDS,
              without("ConfigMap", "dashboard-chat")));

  private MonitoringMutations() {}
}
