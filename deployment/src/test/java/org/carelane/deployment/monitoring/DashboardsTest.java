package org.carelane.deployment.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** That the dashboards can be read by people, and by any Grafana. */
class DashboardsTest {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");
  private static final List<String> GRAFANAS_OWN = List.of("__rate_interval", "__range", "__all");

  static List<Dashboard> dashboards() {
    return Dashboard.all();
  }

  @Test
  void thereIsOneForEveryPart() {
    assertThat(dashboards())
        .extracting(it -> it.json().path("uid").asString())
        .containsExactlyInAnyOrder(
            "carelane-fleet",
            "carelane-bookings",
            "carelane-payments",
            "carelane-chat",
            "carelane-jvm");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelSaysWhatItShowsAndInWhichUnit(Dashboard dashboard) {
    assertThat(dashboard.json().path("schemaVersion").asInt()).isPositive();
    assertThat(dashboard.json().path("title").asString()).isNotBlank();
    assertThat(dashboard.panels())
        .isNotEmpty()
        .allSatisfy(
            panel -> {
              assertThat(panel.path("title").asString()).isNotBlank();
              assertThat(panel.path("description").asString()).isNotBlank();
              assertThat(panel.path("targets").valueStream()).isNotEmpty();
              if (!panel.path("type").asString().equals("table")) {
                assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString(""))
                    .as(panel.path("title").asString())
                    .isNotBlank();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void itAsksTheDataSourceThatIsChosenAndNoneOfOneMachine(Dashboard dashboard) {
    var sources =
        Stream.concat(
            dashboard.panels(),
            dashboard.variables().filter(it -> it.path("type").asString().equals("query")));
    assertThat(sources)
        .allSatisfy(
            it ->
                assertThat(it.path("datasource").path("uid").asString())
                    .isEqualTo("${datasource}"));
    assertThat(dashboard.json().has("id")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void itsPanelsHaveIdsAndPlacesOfTheirOwn(Dashboard dashboard) {
    var panels = dashboard.json().path("panels").valueStream().toList();
    assertThat(panels).extracting(it -> it.path("id").asInt()).doesNotHaveDuplicates();
    for (var one : panels) {
      assertThat(at(one, "x") + at(one, "w")).isLessThanOrEqualTo(24);
      assertThat(panels).filteredOn(other -> other != one).noneMatch(other -> overlap(one, other));
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void itUsesTheVariablesItHasAndNoOthers(Dashboard dashboard) {
    var used =
        VARIABLE
            .matcher(dashboard.json().toString())
            .results()
            .map(found -> found.group(1))
            .filter(name -> !GRAFANAS_OWN.contains(name))
            .distinct();
    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            dashboard.variables().map(it -> it.path("name").asString()).toList());
  }

  @Test
  void whatTheDataSourcesNameIsProvisioned() {
    var sources = Checkout.content(Monitoring.PROVISIONING.resolve("datasources/carelane.yml"));
    var names = sources.path("datasources").valueStream().map(it -> it.path("uid").asString());
    assertThat(names).containsExactlyInAnyOrder("prometheus", "tempo");
    assertThat(sources.findValues("datasourceUid"))
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrder("tempo", "prometheus");

    var providers = Checkout.content(Monitoring.PROVISIONING.resolve("dashboards/carelane.yml"));
    assertThat(Checkout.text("docker-compose.yml"))
        .contains(
            "./deployment/monitoring/grafana/dashboards:"
                + providers.path("providers").path(0).path("options").path("path").asString());
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return at(one, "x") < at(other, "x") + at(other, "w")
        && at(other, "x") < at(one, "x") + at(one, "w")
        && at(one, "y") < at(other, "y") + at(other, "h")
        && at(other, "y") < at(one, "y") + at(one, "h");
  }

  private static int at(JsonNode panel, String coordinate) {
    return panel.path("gridPos").path(coordinate).asInt();
  }
}
