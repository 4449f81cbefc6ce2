package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.CONTAINER;
import static org.carelane.deployment.kubernetes.Mutation.all;
import static org.carelane.deployment.kubernetes.Mutation.copied;
import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.remove;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Overlay.LOCAL;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;
import java.util.Map;

/** Mistakes about settings. */
final class ConfigurationMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "a ConfigMap without a hash",
              ConfigurationChecks.CONFIG_MAPS,
              all(
                  set("ConfigMap", "gateway", "/metadata/name", "gateway"),
                  set(
                      "Deployment",
                      "gateway",
                      CONTAINER + "/envFrom/1/configMapRef/name",
                      "gateway"))),
          new Mutation(
              LOCAL,
              "a ConfigMap nobody reads",
              ConfigurationChecks.CONFIG_MAPS,
              copied("ConfigMap", "gateway", "gateway-0123456789")),
          new Mutation(
              LOCAL,
              "a typing error in a name",
              ConfigurationChecks.NAMES,
              set("ConfigMap", "every-service", "/data/CARELANE_KAFKKA", "true")),
          new Mutation(
              LOCAL,
              "another service's setting",
              ConfigurationChecks.NAMES,
              set("ConfigMap", "payment-service", "/data/CARELANE_BOOKING_HOLD_FOR", "3m")),
          new Mutation(
              PRODUCTION,
              "a password that is not there",
              ConfigurationChecks.PLACEHOLDERS,
              listAt("ExternalSecret", "chat-service", "/spec/data", it -> it.remove(1))),
          new Mutation(
              PRODUCTION,
              "the sandbox in production",
              ConfigurationChecks.SANDBOX,
              set(
                  "ConfigMap",
                  "payment-service",
                  "/data",
                  Map.of("SPRING_PROFILES_ACTIVE", "local"))),
          new Mutation(
              LOCAL,
              "no payments on one machine",
              ConfigurationChecks.SANDBOX,
              remove("ConfigMap", "payment-service", "/data/SPRING_PROFILES_ACTIVE")),
          new Mutation(
              LOCAL,
              "loose limits at the gateway",
              ConfigurationChecks.PROFILES,
              set("ConfigMap", "gateway", "/data/SPRING_PROFILES_ACTIVE", "local")),
          new Mutation(
              PRODUCTION,
              "clients that know one register of two",
              ConfigurationChecks.REGISTERS,
              set(
                  "ConfigMap",
                  "every-client",
                  "/data/CARELANE_EUREKA",
                  "http://discovery-0.discovery:8761/eureka/")),
          new Mutation(
              PRODUCTION,
              "registers that are peers of others",
              ConfigurationChecks.REGISTERS,
              set(
                  "ConfigMap",
                  "discovery",
                  "/data/CARELANE_EUREKA_PEERS",
                  "http://discovery-0.discovery:8761/eureka/,http://discovery-2.discovery:8761/eureka/")));

  private ConfigurationMutations() {}
}
