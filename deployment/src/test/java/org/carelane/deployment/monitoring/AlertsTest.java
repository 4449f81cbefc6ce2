package org.carelane.deployment.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Application;
import org.carelane.deployment.checkout.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** That whoever is woken by an alert is told what it means, and that each was seen to fire. */
class AlertsTest {

  private static final Pattern SECTION = Pattern.compile("(?ms)^### (\\w+)$(.*?)(?=^##|\\z)");

  static List<Rule> alerts() {
    return Rule.alerts();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void saysHowUrgentItIsAndWhatHappened(Rule alert) {
    assertThat(alert.labels().path("severity").asString()).isIn("critical", "warning");
    assertThat(alert.annotation("summary")).isNotBlank();
    assertThat(alert.annotation("description")).isNotBlank();
    assertThat(alert.annotation("runbook_url"))
        .isEqualTo("docs/operations.md#" + alert.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void everyAlertIsInTheRunbookAndTheRunbookHasNoOthers() {
    assertThat(sections().map(section -> section.group(1)))
        .containsExactlyInAnyOrderElementsOf(alerts().stream().map(Rule::name).toList());
  }

  @Test
  void theRunbookSaysWhatItMeansWhatToLookAtAndWhatToDo() {
    assertThat(sections())
        .allSatisfy(
            section ->
                assertThat(section.group(2).toLowerCase(Locale.ROOT))
                    .as(section.group(1))
                    .contains("**means**", "**look**", "**do**"));
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void hasCasesInWhichItFiresAndInWhichItStaysSilent(Rule alert) {
    assertThat(cases(alert, expected -> !expected.isEmpty())).as("firing").isNotEmpty();
    assertThat(cases(alert, JsonNode::isEmpty)).as("silent").isNotEmpty();
  }

  @Test
  void noCaseIsOfAnAlertThatIsNotThere() {
    assertThat(cases(_ -> true).map(it -> it.path("alertname").asString()).distinct())
        .containsExactlyInAnyOrderElementsOf(alerts().stream().map(Rule::name).toList());
  }

  @Test
  void aServiceThatIsDownIsMissedWhicheverItIs() {
    var down = alerts().stream().filter(it -> it.name().equals("ServiceDown")).findFirst();
    var missed =
        Pattern.compile("application=\"([^\"]+)\"")
            .matcher(down.orElseThrow().expression())
            .results()
            .map(found -> found.group(1));
    assertThat(missed).containsExactlyInAnyOrderElementsOf(Application.names());
  }

  @Test
  void everythingRecordedIsUsed() {
    var uses =
        Stream.concat(
                Rule.all().stream().map(Rule::expression),
                Dashboard.all().stream().flatMap(Dashboard::queries))
            .collect(Collectors.joining("\n"));
    assertThat(Rule.recordings())
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(uses).contains(rule.name()));
  }

  private static Stream<MatchResult> sections() {
    var runbook = Checkout.text("docs/operations.md");
    var alerts = runbook.substring(runbook.indexOf("\n## Alerts\n"));
    return SECTION.matcher(alerts).results();
  }

  private static Stream<JsonNode> cases(Rule alert, Predicate<JsonNode> expected) {
    return cases(expected).filter(it -> it.path("alertname").asString().equals(alert.name()));
  }

  private static Stream<JsonNode> cases(Predicate<JsonNode> expected) {
    return Monitoring.ruleTests().stream()
        .flatMap(file -> Checkout.content(file).path("tests").valueStream())
        .flatMap(test -> test.path("alert_rule_test").valueStream())
        .filter(it -> expected.test(it.path("exp_alerts")));
  }
}
