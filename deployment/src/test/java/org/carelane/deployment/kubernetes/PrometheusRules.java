package org.carelane.deployment.kubernetes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.carelane.deployment.checkout.Checkout;

/** The alerts' rule files as objects for the Prometheus operator: the same text, indented. */
final class PrometheusRules {

  private static final String OBJECT =
      """
      apiVersion: monitoring.coreos.com/v1
      kind: PrometheusRule
      metadata:
        name: %s
        namespace: carelane
      spec:
      %s\
      """;

  private PrometheusRules() {}

  static List<Path> files() {
    return Checkout.files("deployment/monitoring/rules", ".yml");
  }

  static String objects() {
    return files().stream()
        .map(
            it ->
                OBJECT.formatted(
                    it.getFileName().toString().replace(".yml", ""),
                    Checkout.text(it).indent(2).replaceAll("(?m)^ +$", "")))
        .collect(
            Collectors.joining(
                "---\n",
                "# Written from deployment/monitoring/rules by PrometheusRulesTest: change"
                    + " those.\n",
                ""));
  }
}
