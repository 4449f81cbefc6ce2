package org.carelane.deployment.monitoring;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Checkout;
import tools.jackson.databind.JsonNode;

/** A dashboard of Grafana. */
record Dashboard(String file, JsonNode json) {

  static List<Dashboard> all() {
    return Monitoring.dashboards().stream().map(Dashboard::of).toList();
  }

  private static Dashboard of(Path file) {
    return new Dashboard(file.getFileName().toString(), Checkout.content(file));
  }

  /** All that show something. */
  Stream<JsonNode> panels() {
    return json.path("panels")
        .valueStream()
        .filter(it -> !it.path("type").asString().equals("row"));
  }

  Stream<JsonNode> variables() {
    return json.path("templating").path("list").valueStream();
  }

  Stream<String> queries() {
    return panels()
        .flatMap(panel -> panel.path("targets").valueStream())
        .map(target -> target.path("expr").asString());
  }

  @Override
  public String toString() {
    return file;
  }
}
