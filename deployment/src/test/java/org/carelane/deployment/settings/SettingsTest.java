package org.carelane.deployment.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.deployment.settings.SettingsDocument.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** docs/settings.md names every setting there is, no other, and each with its default. */
class SettingsTest {

  private static final List<String> SERVICES =
      List.of(
          "discovery",
          "gateway",
          "auth-service",
          "appointment-service",
          "payment-service",
          "notification-service",
          "chat-service");
  private static final String SPRING = "Spring's own";
  private static final String FLEET = "./fleet";
  private static final Pattern VARIABLE = Pattern.compile("\\b(CARELANE_[A-Z_]+[A-Z])\\b");
  private static final Pattern PORT = Pattern.compile("\"(CARELANE_PORT\\w*)\",\\s*(\\d+)");

  private final SettingsDocument document = SettingsDocument.read();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "discovery",
        "gateway",
        "auth-service",
        "appointment-service",
        "payment-service",
        "notification-service",
        "chat-service"
      })
  void namesEverySettingOfAServiceWithItsDefaultAndNoOther(String service) {
    var settings = MavenModule.named(service).settings().values();
    assertThat(documented(service).map(Row::row))
        .containsExactlyInAnyOrderElementsOf(settings.stream().map(Setting::row).toList());
  }

  @Test
  void givesDurationsSizesAndNumbersTheirUnit() {
    for (var service : SERVICES) {
      var settings = MavenModule.named(service).settings();
      documented(service)
          .filter(row -> settings.containsKey(row.variable()))
          .forEach(
              row ->
                  assertThat(settings.get(row.variable()).hasUnit(row.unit()))
                      .as("unit of %s of %s: %s", row.variable(), service, row.unit())
                      .isTrue());
    }
  }

  /** The name for the environment follows from Spring's rule: it must reach the property. */
  @Test
  void everyVariableReachesItsProperty() {
    SERVICES.stream()
        .flatMap(service -> MavenModule.named(service).settings().values().stream())
        .filter(it -> it.variable().equals(Setting.variable(it.property())))
        .forEach(it -> assertThat(reaches(it.variable(), it.property())).as(it.row()).isTrue());
    document
        .section(SPRING)
        .forEach(it -> assertThat(reaches(it.variable(), it.property())).as(it.row()).isTrue());
  }

  @Test
  void springsOwnHaveTheDefaultsOfTheConfigurationFiles() {
    Map<String, String> configured = new TreeMap<>();
    SERVICES.forEach(it -> configured.putAll(MavenModule.named(it).configuration()));
    document.section(SPRING).stream()
        .filter(row -> configured.containsKey(row.property()))
        .forEach(
            row ->
                assertThat(row.defaults())
                    .as(row.variable())
                    .isEqualTo("`" + configured.get(row.property()) + "`"));
  }

  @Test
  void namesEveryVariableOfTheLauncher() throws IOException {
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

  private static Stream<MatchResult> launcher(Pattern pattern) throws IOException {
    try (var files = Files.walk(MavenModule.ROOT.resolve("local/src/main/java"))) {
      var sources = files.filter(Files::isRegularFile).map(MavenModule::read).toList();
      return sources.stream().flatMap(it -> pattern.matcher(it).results());
    }
  }

  private static boolean reaches(String variable, String property) {
    var environment =
        new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, ""));
    var source = ConfigurationPropertySource.from(environment);
    return source != null
        && source.getConfigurationProperty(ConfigurationPropertyName.of(property)) != null;
  }
}
