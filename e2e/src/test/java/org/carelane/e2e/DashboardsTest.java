package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.e2e.Selector.Matcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every query of the dashboards and of the rules finds what it asks for in what the running fleet
 * tells, once somebody has booked, cancelled and written.
 */
class DashboardsTest {

  private static final Path MONITORING =
      Path.of(System.getProperty("carelane.root", "."), "deployment", "monitoring");

  private static final List<String> SERVICES =
      List.of(
          "gateway",
          "discovery",
          "auth-service",
          "appointment-service",
          "payment-service",
          "notification-service",
          "chat-service");

  /** Prometheus tells these itself: whether it reached a process, and which alerts fire. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

  private static final Map<String, String> NOT_IN_THIS_FLEET =
      Map.of(
          "certmanager_certificate_expiration_timestamp_seconds", "cert-manager's, in a cluster",
          "ssl_chain_expiry_seconds", "only of services with certificates of their own");

  /** The label is there; its value comes with an event that is not to be had. */
  private static final Map<String, String> NOT_WHILE_ALL_IS_WELL =
      Map.of(
          "outcome=\"SERVER_ERROR\"", "a request fails",
          "status=\"429\"", "somebody asks for more than the limit allows");

  private static final Set<String> RECORDED =
      rules()
          .flatMap(file -> file.findValues("record").stream())
          .map(JsonNode::asString)
          .collect(Collectors.toSet());

  @BeforeAll
  static void somebodyBooksCancelsAndWrites() throws Exception {
    var clinic = Clinic.open();
    var patient = People.patient();
    var slots = clinic.freeSlots();
    Booking.of(patient, slots.get(0), "card_ok").awaitStatus("CONFIRMED").cancelledBy(patient);
    Booking.of(patient, slots.get(1), "card_ok").awaitStatus("CONFIRMED");
    assertThat(Booking.request(patient, "nonsense", "card_ok").status()).isBetween(400, 499);
    var conversations = "/api/v1/conversations";
    var conversation =
        await("a conversation")
            .until(() -> patient.api().get(conversations).each("id"), it -> !it.isEmpty())
            .getFirst();
    var messages = conversations + "/" + conversation + "/messages";
    assertThat(patient.api().post(messages, Map.of("text", "Hello")).status()).isEqualTo(201);
    assertThat(patient.api().get(conversations + "/nobody").status()).isEqualTo(404);
    var token = patient.api().headers().get("Authorization").replace("Bearer ", "");
    try (var live = Live.connect(token)) {
      assertThat(live.next()).startsWith("CONNECTED");
    }
  }

  static Stream<Path> dashboards() {
    return files("grafana/dashboards");
  }

  static Stream<Path> ruleFiles() {
    return files("rules");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelFindsWhatItAsksFor(Path dashboard) {
    var json = JsonMapper.shared().readTree(dashboard.toFile());
    var queries =
        Stream.concat(
                json.findValues("expr").stream().map(JsonNode::asString),
                json.path("templating").path("list").valueStream().flatMap(DashboardsTest::asked))
            .map(DashboardsTest::withoutVariables)
            .toList();
    assertAllFound(queries);
  }

  @ParameterizedTest
  @MethodSource("ruleFiles")
  void everyRuleFindsWhatItAsksFor(Path file) {
    assertAllFound(read(file).findValues("expr").stream().map(JsonNode::asString).toList());
  }

  private static void assertAllFound(List<String> queries) {
    assertThat(queries).isNotEmpty();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(3))
        .untilAsserted(
            () -> {
              var scrape = Scrape.of(SERVICES);
              assertThat(queries).flatMap(query -> missing(query, scrape)).isEmpty();
            });
  }

  /** What a query asks for in vain. */
  private static List<String> missing(String query, Scrape scrape) {
    var asked = Selector.in(query).stream().filter(it -> !isNotOurs(it.metric())).toList();
    var missing = new ArrayList<String>();
    for (var selector : asked) {
      var wanted =
          selector.matchers().stream()
              .filter(it -> !NOT_WHILE_ALL_IS_WELL.containsKey(it.toString()));
      if (!scrape.has(selector.metric(), wanted.toList())) {
        missing.add(selector + " of " + query);
      }
    }
    missing.addAll(missingLabels(query, asked, scrape));
    return missing;
  }

  /** Labels by which a query selects or groups, and which none of its metrics has. */
  private static List<String> missingLabels(String query, List<Selector> asked, Scrape scrape) {
    if (asked.size() < Selector.in(query).size()) {
      return List.of(); // the others may have them
    }
    var there = asked.stream().flatMap(it -> scrape.labelsOf(it.metric()).stream()).toList();
    var selected = asked.stream().flatMap(it -> it.matchers().stream()).map(Matcher::label);
    return Stream.concat(selected, Selector.labelsIn(query).stream())
        .filter(label -> !there.contains(label))
        .map(label -> "label " + label + " of " + query)
        .toList();
  }

  private static boolean isNotOurs(String metric) {
    return RECORDED.contains(metric)
        || OF_PROMETHEUS.contains(metric)
        || NOT_IN_THIS_FLEET.containsKey(metric);
  }

  /** A variable asks for the values of a label: {@code label_values(metric{…}, label)}. */
  private static Stream<String> asked(JsonNode variable) {
    return Pattern.compile("label_values\\((.*),\\s*\\w+\\)")
        .matcher(variable.path("query").path("query").asString(""))
        .results()
        .map(found -> found.group(1));
  }

  private static String withoutVariables(String query) {
    return query.replaceAll("\\$__\\w+", "5m").replaceAll("\\$\\w+", ".*");
  }

  private static Stream<JsonNode> rules() {
    return files("rules").map(DashboardsTest::read);
  }

  private static JsonNode read(Path yaml) {
    return new YAMLMapper().readTree(yaml.toFile());
  }

  private static Stream<Path> files(String directory) {
    try (var files = Files.list(MONITORING.resolve(directory))) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
