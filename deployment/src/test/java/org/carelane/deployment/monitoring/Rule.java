package org.carelane.deployment.monitoring;

import java.util.List;
import org.carelane.deployment.checkout.Checkout;
import tools.jackson.databind.JsonNode;

/** A rule of Prometheus: an alert, or an expression that is recorded under a name of its own. */
record Rule(
    boolean isAlert, String name, String expression, JsonNode labels, JsonNode annotations) {

  static List<Rule> all() {
    return Monitoring.ruleFiles().stream()
        .flatMap(file -> Checkout.content(file).path("groups").valueStream())
        .flatMap(group -> group.path("rules").valueStream())
        .map(Rule::of)
        .toList();
  }

  static List<Rule> alerts() {
    return all().stream().filter(Rule::isAlert).toList();
  }

  static List<Rule> recordings() {
    return all().stream().filter(rule -> !rule.isAlert()).toList();
  }

  private static Rule of(JsonNode rule) {
    var isAlert = rule.has("alert");
    return new Rule(
        isAlert,
        rule.path(isAlert ? "alert" : "record").asString(),
        rule.path("expr").asString(),
        rule.path("labels"),
        rule.path("annotations"));
  }

  String annotation(String name) {
    return annotations.path(name).asString("");
  }

  @Override
  public String toString() {
    return name;
  }
}
