package org.carelane.deployment.kubernetes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

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
    return Repository.files("deployment/monitoring/rules", ".yml").stream()
        .filter(it -> it.getParent().endsWith("rules"))
        .toList();
  }

  static String objects() {
    return files().stream()
        .map(
            it ->
                OBJECT.formatted(
                    it.getFileName().toString().replace(".yml", ""),
                    Repository.read(it).indent(2).replaceAll("(?m)^ +$", "")))
        .collect(
            Collectors.joining(
                "---\n",
                "# Written from deployment/monitoring/rules by PrometheusRulesTest: change"
                    + " those.\n",
                ""));
  }
}
