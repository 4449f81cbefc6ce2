package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.remove;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Mutation.without;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;

/** Mistakes about Kafka. */
final class KafkaMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "a topic that is missing",
              KafkaChecks.TOPICS,
              without("KafkaTopic", "payment.events.dlt")),
          new Mutation(
              PRODUCTION,
              "a topic of fewer partitions",
              KafkaChecks.TOPICS,
              set("KafkaTopic", "payment.events", "/spec/partitions", 6)),
          new Mutation(
              PRODUCTION,
              "a topic on one broker",
              KafkaChecks.REPLICATED,
              set("KafkaTopic", "payment.events", "/spec/replicas", 1)),
          new Mutation(
              PRODUCTION,
              "a write that one broker acknowledges",
              KafkaChecks.REPLICATED,
              set("KafkaTopic", "payment.events", "/spec/config/min.insync.replicas", 1)),
          new Mutation(
              PRODUCTION,
              "dead letters that are gone in a week",
              KafkaChecks.KEPT,
              remove("KafkaTopic", "payment.events.dlt", "/spec/config/retention.ms")),
          new Mutation(
              PRODUCTION,
              "a service that may not read its dead letters",
              KafkaChecks.USERS,
              set(
                  "KafkaUser",
                  "payment-service",
                  "/spec/authorization/acls/1/operations",
                  List.of("Describe", "Write"))),
          new Mutation(
              PRODUCTION,
              "offsets on one broker",
              KafkaChecks.BROKERS,
              set("Kafka", "kafka", "/spec/kafka/config/offsets.topic.replication.factor", 1)),
          new Mutation(
              PRODUCTION,
              "a Kafka that anybody may use",
              KafkaChecks.ENCRYPTED,
              remove("Kafka", "kafka", "/spec/kafka/listeners/0/authentication")),
          new Mutation(
              PRODUCTION,
              "a service that speaks in plain",
              KafkaChecks.ENCRYPTED,
              set(
                  "ConfigMap",
                  "every-service",
                  "/data/SPRING_KAFKA_SECURITY_PROTOCOL",
                  "SASL_PLAINTEXT")),
          new Mutation(
              PRODUCTION,
              "a service that may read another's commands",
              KafkaChecks.USERS,
              listAt(
                  "KafkaUser",
                  "chat-service",
                  "/spec/authorization/acls",
                  it ->
                      it.add(
                          Kinds.yaml()
                              .readTree(
                                  "{resource: {type: topic, name: payment.commands, patternType:"
                                      + " literal}, operations: [Read]}")))));

  private KafkaMutations() {}
}
