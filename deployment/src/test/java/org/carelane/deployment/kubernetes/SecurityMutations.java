package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.CONTAINER;
import static org.carelane.deployment.kubernetes.Mutation.POD;
import static org.carelane.deployment.kubernetes.Mutation.remove;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Overlay.LOCAL;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;

/** Mistakes about what a pod may do to its node and its cluster. */
final class SecurityMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              LOCAL,
              "a mounted token",
              SecurityChecks.ACCOUNTS,
              set("Deployment", "chat-service", POD + "/automountServiceAccountToken", true)),
          new Mutation(
              PRODUCTION,
              "a borrowed account",
              SecurityChecks.ACCOUNTS,
              set("Deployment", "chat-service", POD + "/serviceAccountName", "auth-service")),
          new Mutation(
              PRODUCTION,
              "a user with root's number",
              SecurityChecks.RESTRICTED,
              set("StatefulSet", "discovery", POD + "/securityContext/runAsUser", 0)),
          new Mutation(
              LOCAL,
              "a kept capability",
              SecurityChecks.RESTRICTED,
              remove("StatefulSet", "mongodb", CONTAINER + "/securityContext/capabilities")),
          new Mutation(
              PRODUCTION,
              "no seccomp",
              SecurityChecks.RESTRICTED,
              remove("Deployment", "gateway", POD + "/securityContext/seccompProfile")),
          new Mutation(
              PRODUCTION,
              "a root file system to write to",
              SecurityChecks.READ_ONLY,
              set(
                  "Deployment",
                  "gateway",
                  CONTAINER + "/securityContext/readOnlyRootFilesystem",
                  false)),
          new Mutation(
              LOCAL,
              "a /tmp without a limit",
              SecurityChecks.READ_ONLY,
              remove("Deployment", "mailpit", POD + "/volumes/0/emptyDir/sizeLimit")),
          new Mutation(
              PRODUCTION,
              "a namespace that only warns",
              SecurityChecks.NAMESPACES,
              remove(
                  "Namespace",
                  "carelane-kafka",
                  "/metadata/labels/pod-security.kubernetes.io~1enforce")));

  private SecurityMutations() {}
}
