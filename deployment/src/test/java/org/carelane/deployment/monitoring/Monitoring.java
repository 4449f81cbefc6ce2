package org.carelane.deployment.monitoring;

import java.nio.file.Path;
import java.util.List;
import org.carelane.deployment.checkout.Checkout;

/** The files in {@code monitoring/}. */
final class Monitoring {

  static final Path CONFIGURATION = Checkout.path("deployment/monitoring/prometheus.yml");
  static final Path PROVISIONING = Checkout.path("deployment/monitoring/grafana/provisioning");

  private Monitoring() {}

  static List<Path> ruleFiles() {
    return Checkout.files("deployment/monitoring/rules", ".yml");
  }

  static List<Path> ruleTests() {
    return Checkout.files("deployment/monitoring/rules/tests", ".yml");
  }

  static List<Path> dashboards() {
    return Checkout.files("deployment/monitoring/grafana/dashboards", ".json");
  }
}
