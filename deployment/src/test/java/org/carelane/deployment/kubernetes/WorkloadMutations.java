package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.CONTAINER;
import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Overlay.LOCAL;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;
import java.util.Map;
import org.carelane.deployment.checkout.Checkout;
import tools.jackson.databind.node.ObjectNode;

/** Mistakes about what runs, and how it is found. */
final class WorkloadMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "a typing error deep in a pod",
              WorkloadChecks.FIELDS,
              set("Deployment", "gateway", CONTAINER + "/lifecycle/preStop/sleep/secondz", 5)),
          new Mutation(
              LOCAL,
              "a typing error in a list of a policy",
              WorkloadChecks.FIELDS,
              set("NetworkPolicy", "all-to-dns", "/spec/egress/0/ports/0/portName", "dns")),
          new Mutation(
              PRODUCTION,
              "a typing error in a topic",
              WorkloadChecks.FIELDS,
              set("KafkaTopic", "chat.events", "/spec/replica", 3)),
          new Mutation(
              PRODUCTION,
              "a typing error in a broker's storage",
              WorkloadChecks.FIELDS,
              set("KafkaNodePool", "broker", "/spec/storage/volumes/0/deleteclaim", true)),
          new Mutation(
              PRODUCTION,
              "a typing error in where a secret comes from",
              WorkloadChecks.FIELDS,
              set("ExternalSecret", "chat-service", "/spec/data/0/remoteRef/propertie", "x")),
          new Mutation(
              PRODUCTION,
              "a typing error in a user of MongoDB",
              WorkloadChecks.FIELDS,
              set("MongoDBCommunity", "mongodb", "/spec/users/0/role", "root")),
          new Mutation(
              PRODUCTION,
              "a typing error in the pods of MongoDB",
              WorkloadChecks.FIELDS,
              set(
                  "MongoDBCommunity",
                  "mongodb",
                  "/spec/statefulSet/spec/template/spec/fsgroup",
                  1)),
          new Mutation(
              LOCAL,
              "a kind nobody knows",
              WorkloadChecks.FIELDS,
              documents ->
                  documents.add(
                      Kinds.yaml()
                          .readValue(
                              "{apiVersion: v1, kind: Pot, metadata: {name: x}}",
                              ObjectNode.class))),
          new Mutation(
              PRODUCTION,
              "another service's image",
              WorkloadChecks.SERVICES,
              set(
                  "Deployment",
                  "payment-service",
                  CONTAINER + "/image",
                  "registry.example/carelane/chat-service:" + Checkout.version())),
          new Mutation(
              LOCAL,
              "the newest image",
              WorkloadChecks.IMAGES,
              set("Deployment", "mailpit", CONTAINER + "/image", "axllent/mailpit:latest")),
          new Mutation(
              PRODUCTION,
              "one service of another version",
              WorkloadChecks.IMAGES,
              set(
                  "Deployment",
                  "chat-service",
                  CONTAINER + "/image",
                  "registry.example/carelane/chat-service:0.0.9")),
          new Mutation(
              PRODUCTION,
              "a selector of more than its own pods",
              WorkloadChecks.SELECTORS,
              set(
                  "Deployment",
                  "chat-service",
                  "/spec/selector/matchLabels",
                  Map.of("app.kubernetes.io/component", "service"))),
          new Mutation(
              LOCAL,
              "a Service of no pods",
              WorkloadChecks.SERVICE_SELECTORS,
              set(
                  "Service",
                  "mailpit",
                  "/spec/selector",
                  Map.of("app.kubernetes.io/name", "mailhog"))),
          new Mutation(
              LOCAL,
              "a port nobody listens on",
              WorkloadChecks.PORTS,
              listAt(
                  "Deployment",
                  "chat-service",
                  CONTAINER + "/ports",
                  it -> it.addObject().put("name", "debug").put("containerPort", 5005))),
          new Mutation(
              LOCAL,
              "a Service of a port that no pod names",
              WorkloadChecks.SERVICE_PORTS,
              set("Service", "payment-service", "/spec/ports/0/targetPort", "web")));

  private WorkloadMutations() {}
}
