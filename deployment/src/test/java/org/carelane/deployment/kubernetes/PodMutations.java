package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.CONTAINER;
import static org.carelane.deployment.kubernetes.Mutation.POD;
import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.remove;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Overlay.LOCAL;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Mistakes about each pod by itself. */
final class PodMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "a typing error deep in a pod",
              PodChecks.FIELDS,
              set("Deployment", "gateway", CONTAINER + "/lifecycle/preStop/sleep/secondz", 5)),
          new Mutation(
              LOCAL,
              "a typing error in a list of a policy",
              PodChecks.FIELDS,
              set("NetworkPolicy", "all-to-dns", "/spec/egress/0/ports/0/portName", "dns")),
          new Mutation(
              PRODUCTION,
              "a typing error in a topic",
              PodChecks.FIELDS,
              set("KafkaTopic", "chat.events", "/spec/replica", 3)),
          new Mutation(
              PRODUCTION,
              "a typing error in a broker's storage",
              PodChecks.FIELDS,
              set("KafkaNodePool", "broker", "/spec/storage/volumes/0/deleteclaim", true)),
          new Mutation(
              PRODUCTION,
              "a typing error in where a secret comes from",
              PodChecks.FIELDS,
              set("ExternalSecret", "chat-service", "/spec/data/0/remoteRef/propertie", "x")),
          new Mutation(
              PRODUCTION,
              "a typing error in a user of MongoDB",
              PodChecks.FIELDS,
              set("MongoDBCommunity", "mongodb", "/spec/users/0/role", "root")),
          new Mutation(
              LOCAL,
              "a kind nobody knows",
              PodChecks.FIELDS,
              documents ->
                  documents.add(
                      Kinds.yaml()
                          .readValue(
                              "{apiVersion: v1, kind: Pot, metadata: {name: x}}",
                              ObjectNode.class))),
          new Mutation(
              PRODUCTION,
              "another service's image",
              PodChecks.SERVICES,
              set(
                  "Deployment",
                  "payment-service",
                  CONTAINER + "/image",
                  "registry.example/carelane/chat-service:" + Code.version())),
          new Mutation(
              LOCAL,
              "the newest image",
              PodChecks.IMAGES,
              set("Deployment", "mailpit", CONTAINER + "/image", "axllent/mailpit:latest")),
          new Mutation(
              PRODUCTION,
              "one service of another version",
              PodChecks.IMAGES,
              set(
                  "Deployment",
                  "chat-service",
                  CONTAINER + "/image",
                  "registry.example/carelane/chat-service:0.0.9")),
          new Mutation(
              PRODUCTION,
              "a selector of more than its own pods",
              PodChecks.SELECTORS,
              set(
                  "Deployment",
                  "chat-service",
                  "/spec/selector/matchLabels",
                  Map.of("app.kubernetes.io/component", "service"))),
          new Mutation(
              LOCAL,
              "a Service of no pods",
              PodChecks.SERVICE_SELECTORS,
              set(
                  "Service",
                  "mailpit",
                  "/spec/selector",
                  Map.of("app.kubernetes.io/name", "mailhog"))),
          new Mutation(
              LOCAL,
              "a port nobody listens on",
              PodChecks.PORTS,
              listAt(
                  "Deployment",
                  "chat-service",
                  CONTAINER + "/ports",
                  it -> it.addObject().put("name", "debug").put("containerPort", 5005))),
          new Mutation(
              LOCAL,
              "a Service of a port that no pod names",
              PodChecks.SERVICE_PORTS,
              set("Service", "payment-service", "/spec/ports/0/targetPort", "web")),
          new Mutation(
              PRODUCTION,
              "no startup probe",
              PodChecks.PROBES,
              remove("Deployment", "auth-service", CONTAINER + "/startupProbe")),
          new Mutation(
              PRODUCTION,
              "a probe of the public port",
              PodChecks.PROBES,
              set("Deployment", "gateway", CONTAINER + "/readinessProbe/httpGet/port", "http")),
          new Mutation(
              LOCAL,
              "a probe of a path that is not there",
              PodChecks.LIVENESS_ALONE,
              set(
                  "StatefulSet",
                  "discovery",
                  CONTAINER + "/livenessProbe/httpGet/path",
                  "/actuator/health/readiness")),
          new Mutation(
              PRODUCTION,
              "no limit of memory",
              PodChecks.RESOURCES,
              remove("Deployment", "chat-service", CONTAINER + "/resources/limits/memory")),
          new Mutation(
              PRODUCTION,
              "a limit of processor",
              PodChecks.RESOURCES,
              set("Deployment", "chat-service", CONTAINER + "/resources/limits/cpu", "1")),
          new Mutation(
              PRODUCTION,
              "a short grace period",
              PodChecks.STOPPING,
              set("Deployment", "gateway", POD + "/terminationGracePeriodSeconds", 30)),
          new Mutation(
              LOCAL,
              "a drain as long as everything else",
              PodChecks.STOPPING,
              set("ConfigMap", "every-client", "/data/CARELANE_DRAIN_FOR", "45s")),
          new Mutation(
              LOCAL,
              "no preStop",
              PodChecks.STOPPING,
              remove("Deployment", "gateway", CONTAINER + "/lifecycle")),
          new Mutation(
              LOCAL,
              "a mounted token",
              PodChecks.ACCOUNTS,
              set("Deployment", "chat-service", POD + "/automountServiceAccountToken", true)),
          new Mutation(
              PRODUCTION,
              "a borrowed account",
              PodChecks.ACCOUNTS,
              set("Deployment", "chat-service", POD + "/serviceAccountName", "auth-service")),
          new Mutation(
              PRODUCTION,
              "a user with root's number",
              PodChecks.RESTRICTED,
              set("StatefulSet", "discovery", POD + "/securityContext/runAsUser", 0)),
          new Mutation(
              LOCAL,
              "a kept capability",
              PodChecks.RESTRICTED,
              remove("StatefulSet", "mongodb", CONTAINER + "/securityContext/capabilities")),
          new Mutation(
              PRODUCTION,
              "no seccomp",
              PodChecks.RESTRICTED,
              remove("Deployment", "gateway", POD + "/securityContext/seccompProfile")),
          new Mutation(
              PRODUCTION,
              "a root file system to write to",
              PodChecks.READ_ONLY,
              set(
                  "Deployment",
                  "gateway",
                  CONTAINER + "/securityContext/readOnlyRootFilesystem",
                  false)),
          new Mutation(
              LOCAL,
              "a /tmp without a limit",
              PodChecks.READ_ONLY,
              remove("Deployment", "mailpit", POD + "/volumes/0/emptyDir/sizeLimit")),
          new Mutation(
              PRODUCTION,
              "a namespace that only warns",
              PodChecks.NAMESPACES,
              remove(
                  "Namespace",
                  "carelane-kafka",
                  "/metadata/labels/pod-security.kubernetes.io~1enforce")));

  private PodMutations() {}
}
