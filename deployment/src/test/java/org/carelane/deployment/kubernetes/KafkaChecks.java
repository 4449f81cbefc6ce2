package org.carelane.deployment.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Checkout;
import tools.jackson.databind.JsonNode;

/** Rules about Kafka. */
final class KafkaChecks {

  private static final String PARKED = ".dlt";
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| \\[`([a-z.]+)`].*\\|([^|]+)\\|([^|]+)\\|$");
  private static final Pattern NAME = Pattern.compile("[a-z]+-service");

  static final Check TOPICS =
      Check.of(
              "The topics are those of contracts/ and their dead letters, with the partitions the"
                  + " services expect",
              manifests -> {
                var partitions =
                    manifests
                        .instance("auth-service")
                        .environment(manifests)
                        .get("CARELANE_MESSAGING_PARTITIONS");
                var expected = new TreeMap<String, String>();
                topics().forEach(it -> expected.put(it, partitions));
                topics().forEach(it -> expected.put(it + PARKED, "1"));
                var found = new TreeMap<String, String>();
                manifests
                    .documents("KafkaTopic")
                    .forEach(it -> found.put(name(it), it.at("/spec/partitions").asString()));
                return expected.equals(found)
                    ? Stream.of()
                    : Stream.of(found + ", expected " + expected);
              })
          .inProduction();

  static final Check REPLICATED =
      Check.of(
              "Each topic is on three brokers, and a write is acknowledged by two of them",
              manifests ->
                  manifests.documents("KafkaTopic").stream()
                      .filter(
                          it ->
                              it.at("/spec/replicas").asInt(0) != 3
                                  || it.at("/spec/config").path("min.insync.replicas").asInt(0)
                                      != 2)
                      .map(KafkaChecks::name))
          .inProduction();

  static final Check KEPT =
      Check.of(
              "Dead letters are kept until someone has looked, not for the week of other records",
              manifests ->
                  manifests.documents("KafkaTopic").stream()
                      .filter(it -> name(it).endsWith(PARKED))
                      .filter(it -> it.at("/spec/config").path("retention.ms").asLong(0) != -1)
                      .map(KafkaChecks::name))
          .inProduction();

  static final Check BROKERS =
      Check.of(
              "Kafka has three brokers, and keeps its own topics on all of them",
              manifests -> {
                var config =
                    Stream.of(
                        "default.replication.factor",
                        "offsets.topic.replication.factor",
                        "transaction.state.log.replication.factor");
                var kafka = manifests.documents("Kafka").getFirst().at("/spec/kafka/config");
                return Stream.of(
                        config.filter(it -> kafka.path(it).asInt(0) != 3),
                        Stream.of("min.insync.replicas", "transaction.state.log.min.isr")
                            .filter(it -> kafka.path(it).asInt(0) != 2),
                        Stream.of("auto.create.topics.enable")
                            .filter(it -> kafka.path(it).asBoolean(true)),
                        manifests.documents("KafkaNodePool").stream()
                            .filter(it -> it.at("/spec/replicas").asInt() < 3)
                            .map(KafkaChecks::name))
                    .flatMap(it -> it);
              })
          .inProduction();

  static final Check ENCRYPTED =
      Check.of(
              "Kafka speaks TLS and knows who calls; so do the services",
              manifests -> {
                var kafka = manifests.documents("Kafka").getFirst().at("/spec/kafka");
                return Stream.concat(
                    kafka
                        .at("/listeners")
                        .valueStream()
                        .filter(
                            it ->
                                !it.path("tls").asBoolean()
                                    || !it.at("/authentication/type")
                                        .asString()
                                        .equals("scram-sha-512")
                                    || !kafka.at("/authorization/type").asString().equals("simple"))
                        .map(it -> "listener " + it.path("name").asString()),
                    manifests.instancesWithDatabase().stream()
                        .filter(
                            it -> {
                              var environment = it.environment(manifests);
                              return !"SASL_SSL"
                                      .equals(environment.get("SPRING_KAFKA_SECURITY_PROTOCOL"))
                                  || !"SCRAM-SHA-512"
                                      .equals(
                                          environment.get("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM"))
                                  || !environment.containsKey(
                                      "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG");
                            })
                        .map(it -> it.complaint("does not")));
              })
          .inProduction();

  static final Check USERS =
      Check.of(
              "Each service may read, write, park and send again in Kafka what docs/events.md"
                  + " says, and nothing else",
              manifests -> {
                var expected = grants();
                var found = new HashMap<String, Set<String>>();
                manifests.documents("KafkaUser").forEach(it -> found.put(name(it), granted(it)));
                return Stream.concat(expected.keySet().stream(), found.keySet().stream())
                    .distinct()
                    .filter(
                        it ->
                            !expected
                                .getOrDefault(it, Set.of())
                                .equals(found.getOrDefault(it, Set.of())))
                    .map(it -> it + " has " + found.get(it) + ", expected " + expected.get(it));
              })
          .inProduction();

  static final List<Check> ALL = List.of(TOPICS, REPLICATED, KEPT, BROKERS, ENCRYPTED, USERS);

  private KafkaChecks() {}

  private static List<String> topics() {
    return Checkout.directories("contracts").stream().filter(it -> !it.equals("openapi")).toList();
  }

  private static String name(JsonNode document) {
    return document.at("/metadata/name").asString();
  }

  /** From the table of topics with who sends and who reads. */
  private static Map<String, Set<String>> grants() {
    var grants = new HashMap<String, Set<String>>();
    ROW.matcher(Checkout.text("docs/events.md"))
        .results()
        .forEach(
            row -> {
              var topic = row.group(1);
              NAME.matcher(row.group(2))
                  .results()
                  .map(it -> it.group())
                  .forEach(
                      sender -> {
                        var granted = grants.computeIfAbsent(sender, it -> new TreeSet<>());
                        granted.add("Write topic " + topic);
                        granted.add("Describe topic " + topic);
                        granted.add("Describe topic " + topic + PARKED);
                      });
              NAME.matcher(row.group(3))
                  .results()
                  .map(it -> it.group())
                  .forEach(
                      reader -> {
                        var granted = grants.computeIfAbsent(reader, it -> new TreeSet<>());
                        granted.add("Read topic " + topic);
                        granted.add("Write topic " + topic); // what is sent again or put back
                        granted.add("Describe topic " + topic);
                        granted.add("Describe topic " + topic + PARKED);
                        granted.add("Read topic " + topic + PARKED);
                        granted.add("Write topic " + topic + PARKED);
                        granted.add("Read groups " + reader + ".");
                        if (row.group(3).contains("every replica")) {
                          granted.add("Read groups " + reader + "-live-");
                        }
                      });
            });
    return grants;
  }

  private static Set<String> granted(JsonNode user) {
    var granted = new TreeSet<String>();
    for (var rule : user.at("/spec/authorization/acls")) {
      var resource = rule.path("resource");
      var type =
          resource.path("type").asString()
              + (resource.path("patternType").asString().equals("prefix") ? "s" : "");
      rule.path("operations")
          .valueStream()
          .forEach(
              it ->
                  granted.add(it.asString() + " " + type + " " + resource.path("name").asString()));
    }
    return granted;
  }
}
