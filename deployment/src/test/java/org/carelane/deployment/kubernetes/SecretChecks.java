package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about secrets. */
final class SecretChecks {

  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL).*");
  private static final Pattern PASSWORD_IN_PLAIN =
      Pattern.compile("://[^/@:]+:(?!\\$\\{)[^/@]*@|password=\"(?!\\$\\{)");

  static final Check FILES =
      Check.of(
          "Each secret is a file in /run/secrets, named like a property that the service reads",
          manifests ->
              manifests.instances().stream()
                  .flatMap(
                      workload ->
                          workload.secretFiles(manifests).stream()
                              .filter(it -> !workload.application().knows(it))
                              .filter(
                                  it ->
                                      workload.environment(manifests).values().stream()
                                          .noneMatch(value -> value.contains("${" + it + "}")))
                              .map(it -> workload.complaint("does not know " + it))));

  static final Check THERE =
      Check.ofPods(
          "Each Secret that a pod mounts is there, made by ExternalSecret or for development",
          (workload, manifests) ->
              workload.pod().getVolumes().stream()
                  .filter(it -> it.getSecret() != null)
                  .map(it -> it.getSecret().getSecretName())
                  .allMatch(it -> manifests.secretKeys(workload.namespace(), it).isPresent()));

  static final Check KEY_SEAL =
      Check.ofServices(
          "auth-service gets the secret that seals its signing keys, of which there is no default",
          (workload, manifests) ->
              !workload.name().equals("auth-service")
                  || workload
                      .secretFiles(manifests)
                      .contains("carelane.auth.key-encryption-secret"));

  static final Check REGISTER =
      Check.ofServices(
          "Each service, the gateway and discovery know the password of the register",
          (workload, manifests) ->
              workload.secretFiles(manifests).contains("carelane.discovery.password"));

  static final Check NOT_IN_PLAIN =
      Check.ofPods(
          "Nothing secret stands in an environment or a ConfigMap",
          (workload, manifests) ->
              workload.environment(manifests).entrySet().stream()
                  .noneMatch(SecretChecks::isSecretInPlain));

  static final Check FOR_DEVELOPMENT =
      Check.of(
          "A Secret in these files says that it is for development only",
          manifests ->
              manifests.all(Secret.class).stream()
                  .map(Secret::getMetadata)
                  .filter(
                      it ->
                          !"for development only"
                              .equals(
                                  Optional.ofNullable(it.getAnnotations())
                                      .orElse(Map.of())
                                      .get("carelane.example/secrets")))
                  .map(it -> "Secret " + it.getName()));

  static final Check FROM_A_STORE =
      Check.of(
              "In production secrets come from a store alone",
              manifests ->
                  Stream.concat(
                      manifests.all(Secret.class).stream()
                          .map(it -> "Secret " + it.getMetadata().getName()),
                      manifests.documents("ExternalSecret").stream()
                          .filter(
                              it ->
                                  !it.at("/spec/secretStoreRef/kind")
                                          .asString()
                                          .equals("ClusterSecretStore")
                                      || it.at("/spec/data").isEmpty())
                          .map(Manifests::title)))
          .inProduction();

  static final List<Check> ALL =
      List.of(FILES, THERE, KEY_SEAL, REGISTER, NOT_IN_PLAIN, FOR_DEVELOPMENT, FROM_A_STORE);

  private SecretChecks() {}

  private static boolean isSecretInPlain(Entry<String, String> variable) {
    return SECRET.matcher(variable.getKey()).matches() && !variable.getKey().endsWith("_FILE")
        || PASSWORD_IN_PLAIN.matcher(variable.getValue()).find();
  }
}
