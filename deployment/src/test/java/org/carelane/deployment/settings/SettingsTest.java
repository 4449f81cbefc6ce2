package org.carelane.deployment.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Application;
import org.carelane.deployment.checkout.Checkout;
import org.carelane.deployment.checkout.EnvironmentVariable;
import org.carelane.deployment.checkout.Setting;
import org.carelane.deployment.settings.SettingsDocument.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/settings.md names every setting there is, no other, and each with its default. */
class SettingsTest {

  private static final String SPRING = "Spring's own";
  private static final String FLEET = "./fleet";
  private static final Pattern VARIABLE = Pattern.compile("\\b(CARELANE_[A-Z_]+[A-Z])\\b");
  private static final Pattern PORT = Pattern.compile("\"(CARELANE_PORT\\w*)\",\\s*(\\d+)");

  private final SettingsDocument document = SettingsDocument.read();

  static List<String> services() {
    return Application.names();
  }

  @ParameterizedTest
  @MethodSource("services")
  void namesEverySettingOfAServiceWithItsDefaultAndNoOther(String service) {
    var settings = Application.named(service).settings().values();
    assertThat(documented(service).map(Row::row))
        .containsExactlyInAnyOrderElementsOf(settings.stream().map(SettingsDocument::row).toList());
  }

  @Test
  void givesDurationsSizesAndNumbersTheirUnit() {
    for (var service : services()) {
      var settings = Application.named(service).settings();
      documented(service)
          .filter(row -> settings.containsKey(row.variable()))
          .forEach(
              row ->
                  assertThat(row.hasUnitFor(settings.get(row.variable()).type()))
                      .as("unit of %s of %s: %s", row.variable(), service, row.unit())
                      .isTrue());
    }
  }

  /** The name for the environment follows from Spring's rule: it must reach the property. */
  @Test
  void everyVariableReachesItsProperty() {
    services().stream()
        .flatMap(service -> Application.named(service).settings().values().stream())
        .filter(Setting::isNamedAfterProperty)
        .forEach(it -> assertReaches(it.variable(), it.property()));
    document.section(SPRING).forEach(it -> assertReaches(it.variable(), it.property()));
  }

  @Test
  void springsOwnHaveTheDefaultsOfTheConfigurationFiles() {
    Map<String, String> configured = new TreeMap<>();
    services().forEach(it -> configured.putAll(Application.named(it).configuration()));
    document.section(SPRING).stream()
        .filter(row -> configured.containsKey(row.property()))
        .forEach(
            row ->
                assertThat(row.defaults())
                    .as(row.variable())
                    .isEqualTo("`" + configured.get(row.property()) + "`"));
  }

  @Test
  void namesEveryVariableOfTheLauncher() {
    var named = new TreeSet<String>();
    document.section(FLEET).forEach(row -> named.add(row.variable()));
    var others =
        document.sections().values().stream().flatMap(List::stream).map(Row::variable).toList();
    var read = launcher(VARIABLE).map(it -> it.group(1)).collect(Collectors.toSet());
    read.add("CARELANE_HOME");

    assertThat(read).allSatisfy(it -> assertThat(others).contains(it));
    assertThat(read).containsAll(named);
    launcher(PORT)
        .forEach(
            it ->
                assertThat(document.section(FLEET))
                    .anyMatch(
                        row ->
                            row.variable().equals(it.group(1))
                                && row.defaults().equals("`" + it.group(2) + "`")));
  }

  private Stream<Row> documented(String service) {
    var shared =
        switch (service) {
          case "discovery" -> List.<String>of();
          case "gateway" -> List.of("Every service but discovery");
          default -> List.of("Every service but discovery", "Every service with a database");
        };
    return Stream.of(Stream.of("Every service"), shared.stream(), Stream.of(service))
        .flatMap(it -> it)
        .flatMap(heading -> document.section(heading).stream());
  }

  private static Stream<MatchResult> launcher(Pattern pattern) {
    return Checkout.filesBelow("local/src/main/java", ".java").stream()
        .flatMap(it -> pattern.matcher(Checkout.text(it)).results());
  }

  private static void assertReaches(String variable, String property) {
    assertThat(new EnvironmentVariable(variable).sets(property))
        .as("%s sets %s", variable, property)
        .isTrue();
  }
}
