package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.all;
import static org.carelane.deployment.kubernetes.Mutation.copied;
import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.remove;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Mutation.without;
import static org.carelane.deployment.kubernetes.Overlay.LOCAL;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;
import java.util.Map;

/** Mistakes about who may call whom. */
final class NetworkMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              LOCAL,
              "a register that can be reached from outside",
              NetworkChecks.INSIDE,
              set("Service", "discovery", "/spec/type", "NodePort")),
          new Mutation(
              PRODUCTION,
              "metrics that can be reached from outside",
              NetworkChecks.INSIDE,
              set("Service", "gateway", "/spec/type", "LoadBalancer")),
          new Mutation(
              PRODUCTION,
              "no default",
              NetworkChecks.DENIED,
              without("NetworkPolicy", "default-deny")),
          new Mutation(
              LOCAL,
              "a default of one direction",
              NetworkChecks.DENIED,
              set("NetworkPolicy", "default-deny", "/spec/policyTypes", List.of("Ingress"))),
          new Mutation(
              LOCAL, "no names", NetworkChecks.NAMES_ASKED, without("NetworkPolicy", "all-to-dns")),
          new Mutation(
              LOCAL,
              "no way to MongoDB",
              NetworkChecks.LEAVING,
              without("NetworkPolicy", "services-to-mongodb")),
          new Mutation(
              PRODUCTION,
              "a way to payments for chat",
              NetworkChecks.LEAVING,
              all(
                  copied("NetworkPolicy", "notification-service-to-smtp", "chat-to-payments"),
                  set(
                      "NetworkPolicy",
                      "chat-to-payments",
                      "/spec/podSelector",
                      Map.of("matchLabels", Map.of("app.kubernetes.io/name", "chat-service"))),
                  set(
                      "NetworkPolicy",
                      "chat-to-payments",
                      "/spec/egress/0/to/0",
                      Map.of(
                          "podSelector",
                          Map.of(
                              "matchLabels",
                              Map.of("app.kubernetes.io/name", "payment-service")))))),
          new Mutation(
              PRODUCTION,
              "all ports of Kafka",
              NetworkChecks.LEAVING,
              remove("NetworkPolicy", "services-to-kafka", "/spec/egress/0/ports")),
          new Mutation(
              LOCAL,
              "a call that is allowed twice",
              NetworkChecks.LEAVING,
              copied("NetworkPolicy", "gateway-to-services", "gateway-again")),
          new Mutation(
              LOCAL,
              "a door that is shut",
              NetworkChecks.ARRIVING,
              without("NetworkPolicy", "payment-service-from-gateway")),
          new Mutation(
              PRODUCTION,
              "a gateway open to all namespaces",
              NetworkChecks.ARRIVING,
              set(
                  "NetworkPolicy",
                  "gateway-from-ingress",
                  "/spec/ingress/0/from/0/namespaceSelector",
                  Map.of())),
          new Mutation(
              PRODUCTION,
              "an actuator open to the Ingress",
              NetworkChecks.ARRIVING,
              listAt(
                  "NetworkPolicy",
                  "gateway-from-ingress",
                  "/spec/ingress/0/ports",
                  it -> it.addObject().put("port", 9080))),
          new Mutation(
              PRODUCTION,
              "Kafka shut to the services",
              NetworkChecks.ARRIVING_AT_SERVERS,
              set(
                  "NetworkPolicy",
                  "from-services-and-operator",
                  "/spec/ingress/0/ports/0/port",
                  9092)));

  private NetworkMutations() {}
}
