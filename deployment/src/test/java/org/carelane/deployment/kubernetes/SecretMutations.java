package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.POD;
import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.remove;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Overlay.LOCAL;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Mistakes about secrets. */
final class SecretMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "a secret under a wrong name",
              SecretChecks.FILES,
              listAt(
                  "ExternalSecret",
                  "notification-service",
                  "/spec/data",
                  it -> ((ObjectNode) it.get(3)).put("secretKey", "spring.mail.pasword"))),
          new Mutation(
              LOCAL,
              "a Secret that is not there",
              SecretChecks.THERE,
              set(
                  "StatefulSet",
                  "mongodb",
                  POD + "/volumes/2/secret/secretName",
                  "mongodb-secrets")),
          new Mutation(
              PRODUCTION,
              "no secret to seal keys with",
              SecretChecks.KEY_SEAL,
              listAt("ExternalSecret", "auth-service", "/spec/data", it -> it.remove(2))),
          new Mutation(
              LOCAL,
              "a gateway that may not read the register",
              SecretChecks.REGISTER,
              set("Secret", "gateway", "/data", Map.of())),
          new Mutation(
              LOCAL,
              "a register without a password",
              SecretChecks.REGISTER,
              set("Secret", "discovery", "/data", Map.of())),
          new Mutation(
              PRODUCTION,
              "a password in a ConfigMap",
              SecretChecks.NOT_IN_PLAIN,
              set("ConfigMap", "notification-service", "/data/CARELANE_SMTP_PASSWORD", "secret")),
          new Mutation(
              LOCAL,
              "a password in an address",
              SecretChecks.NOT_IN_PLAIN,
              set(
                  "ConfigMap",
                  "every-client",
                  "/data/CARELANE_JWKS_URI",
                  "http://reader:secret@auth-service:8081/.well-known/jwks.json")),
          new Mutation(
              LOCAL,
              "a Secret that does not say what it is",
              SecretChecks.FOR_DEVELOPMENT,
              remove("Secret", "auth-service", "/metadata/annotations/carelane.example~1secrets")),
          new Mutation(
              PRODUCTION,
              "a secret of a store nobody manages",
              SecretChecks.FROM_A_STORE,
              set("ExternalSecret", "auth-service", "/spec/secretStoreRef/kind", "SecretStore")));

  private SecretMutations() {}
}
