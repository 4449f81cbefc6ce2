package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.at;
import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.remove;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Mutation.without;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;

/** Mistakes about Kafka and MongoDB. */
final class ServerMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "a topic that is missing",
              ServerChecks.TOPICS,
              without("KafkaTopic", "payment.events.dlt")),
          new Mutation(
              PRODUCTION,
              "a topic of fewer partitions",
              ServerChecks.TOPICS,
              set("KafkaTopic", "payment.events", "/spec/partitions", 6)),
          new Mutation(
              PRODUCTION,
              "a topic on one broker",
              ServerChecks.REPLICATED,
              set("KafkaTopic", "payment.events", "/spec/replicas", 1)),
          new Mutation(
              PRODUCTION,
              "a write that one broker acknowledges",
              ServerChecks.REPLICATED,
              set("KafkaTopic", "payment.events", "/spec/config/min.insync.replicas", 1)),
          new Mutation(
              PRODUCTION,
              "offsets on one broker",
              ServerChecks.KAFKA,
              set("Kafka", "kafka", "/spec/kafka/config/offsets.topic.replication.factor", 1)),
          new Mutation(
              PRODUCTION,
              "a Kafka that anybody may use",
              ServerChecks.KAFKA_ENCRYPTED,
              remove("Kafka", "kafka", "/spec/kafka/listeners/0/authentication")),
          new Mutation(
              PRODUCTION,
              "a service that speaks in plain",
              ServerChecks.KAFKA_ENCRYPTED,
              set(
                  "ConfigMap",
                  "every-service",
                  "/data/SPRING_KAFKA_SECURITY_PROTOCOL",
                  "SASL_PLAINTEXT")),
          new Mutation(
              PRODUCTION,
              "a service that may read another's commands",
              ServerChecks.KAFKA_USERS,
              listAt(
                  "KafkaUser",
                  "chat-service",
                  "/spec/authorization/acls",
                  it ->
                      it.add(
                          Kinds.yaml()
                              .readTree(
                                  "{resource: {type: topic, name: payment.commands, patternType:"
                                      + " literal}, operations: [Read]}")))),
          new Mutation(
              PRODUCTION,
              "a MongoDB of one",
              ServerChecks.MONGODB,
              set("MongoDBCommunity", "mongodb", "/spec/members", 1)),
          new Mutation(
              PRODUCTION,
              "a write that one member acknowledges",
              ServerChecks.MAJORITY,
              at(
                  "ConfigMap",
                  "every-service",
                  "/data",
                  it ->
                      it.put(
                          "CARELANE_MONGODB_URI",
                          it.get("CARELANE_MONGODB_URI").asString().replace("w=majority", "w=1")))),
          new Mutation(
              PRODUCTION,
              "a MongoDB in plain",
              ServerChecks.MONGODB_ENCRYPTED,
              set("MongoDBCommunity", "mongodb", "/spec/security/tls/enabled", false)),
          new Mutation(
              PRODUCTION,
              "a service that may read another's database",
              ServerChecks.MONGODB_USERS,
              listAt(
                  "MongoDBCommunity",
                  "mongodb",
                  "/spec/users/0/roles",
                  it -> it.addObject().put("name", "read").put("db", "payments"))));

  private ServerMutations() {}
}
