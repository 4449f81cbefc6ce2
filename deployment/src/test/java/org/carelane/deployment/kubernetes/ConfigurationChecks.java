package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules about settings and secrets. */
final class ConfigurationChecks {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z0-9.-]+)}");
  private static final Pattern HASHED = Pattern.compile(".*-[a-z0-9]{10}");
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL).*");
  private static final Pattern PASSWORD_IN_PLAIN =
      Pattern.compile("://[^/@:]+:(?!\\$\\{)[^/@]*@|password=\"(?!\\$\\{)");

  static final Check CONFIG_MAPS =
      Check.everywhere(
          "Each setting comes from a ConfigMap that is there and named by the hash of its content",
          manifests ->
              Stream.concat(
                  configMapsUsed(manifests)
                      .filter(it -> manifests.find(ConfigMap.class, "carelane", it).isEmpty())
                      .map(it -> "there is no ConfigMap " + it),
                  manifests.all(ConfigMap.class).stream()
                      .filter(it -> !MonitoringChecks.isDashboard(it))
                      .map(it -> it.getMetadata().getName())
                      .filter(
                          it ->
                              !HASHED.matcher(it).matches()
                                  || configMapsUsed(manifests).noneMatch(it::equals))
                      .map(it -> it + " has no hash, or nobody reads it")));

  static final Check NAMES =
      Check.everywhere(
          "Each name in the environment is one that the service reads",
          manifests ->
              manifests.instances().stream()
                  .flatMap(
                      workload ->
                          workload.environment(manifests).keySet().stream()
                              .filter(it -> !workload.intermediateNames().contains(it))
                              .filter(it -> !workload.code().reads(it))
                              .map(it -> workload.complaint("does not read " + it))));

  static final Check PLACEHOLDERS =
      Check.everywhere(
          "Each property that a setting refers to is set, or a secret of the service",
          manifests ->
              manifests.instances().stream()
                  .flatMap(
                      workload ->
                          workload.environment(manifests).values().stream()
                              .flatMap(it -> PLACEHOLDER.matcher(it).results())
                              .map((MatchResult it) -> it.group(1))
                              .filter(it -> workload.code().setting(it).isEmpty())
                              .filter(it -> !workload.secretFiles(manifests).contains(it))
                              .distinct()
                              .map(it -> workload.complaint("has no " + it))));

  static final Check SECRET_FILES =
      Check.everywhere(
          "Each secret is a file in /run/secrets, named like a property that the service reads",
          manifests ->
              manifests.instances().stream()
                  .flatMap(
                      workload ->
                          workload.secretFiles(manifests).stream()
                              .filter(it -> !workload.code().knows(it))
                              .filter(
                                  it ->
                                      workload.environment(manifests).values().stream()
                                          .noneMatch(value -> value.contains("${" + it + "}")))
                              .map(it -> workload.complaint("does not know " + it))));

  static final Check SECRETS_THERE =
      Check.everywhere(
          "Each Secret that a pod mounts is there, made by ExternalSecret or for development",
          manifests ->
              manifests.workloads().stream()
                  .flatMap(
                      workload ->
                          workload.pod().getVolumes().stream()
                              .filter(it -> it.getSecret() != null)
                              .map(it -> it.getSecret().getSecretName())
                              .filter(
                                  it -> manifests.secretKeys(workload.namespace(), it).isEmpty())
                              .map(it -> workload.complaint("mounts no Secret " + it))));

  static final Check KEY_SECRET =
      Check.everywhere(
          "auth-service gets the secret that seals its signing keys, of which there is no default",
          manifests ->
              Stream.of(manifests.instance("auth-service"))
                  .filter(
                      it ->
                          !it.secretFiles(manifests)
                              .contains("carelane.auth.key-encryption-secret"))
                  .map(it -> it.complaint("does not")));

  static final Check NO_PLAIN_SECRETS =
      Check.everywhere(
          "Nothing secret stands in an environment or a ConfigMap",
          manifests ->
              manifests.workloads().stream()
                  .flatMap(
                      workload ->
                          workload.environment(manifests).entrySet().stream()
                              .filter(ConfigurationChecks::isPlainSecret)
                              .map(it -> workload.complaint("is told " + it.getKey()))));

  static final Check DEVELOPMENT_SECRETS =
      Check.everywhere(
          "A Secret in these files says that it is for development only",
          manifests ->
              manifests.all(Secret.class).stream()
                  .map(Secret::getMetadata)
                  .filter(
                      it ->
                          it.getAnnotations() == null
                              || !"for development only"
                                  .equals(it.getAnnotations().get("carelane.example/secrets")))
                  .map(it -> "Secret " + it.getName()));

  static final Check EXTERNAL_SECRETS =
      Check.inProduction(
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
                      .map(Manifests::title)));

  static final Check SANDBOX =
      Check.everywhere(
          "Only where it is said does the sandbox take payments, and never in production",
          manifests -> {
            var environment = manifests.instance("payment-service").environment(manifests);
            var local = "local".equals(environment.get("SPRING_PROFILES_ACTIVE"));
            var production = manifests.all(Secret.class).isEmpty();
            return local == production ? Stream.of("profile local: " + local) : Stream.of();
          });

  static final Check PROFILES =
      Check.everywhere(
          "No other service runs with the profile for one machine",
          manifests ->
              manifests.instances().stream()
                  .filter(it -> !it.name().equals("payment-service"))
                  .filter(it -> it.environment(manifests).containsKey("SPRING_PROFILES_ACTIVE"))
                  .map(it -> it.complaint("does")));

  static final Check REGISTERS =
      Check.everywhere(
          "Clients and peers know each register by the name it gives itself",
          manifests -> {
            var discovery = manifests.instance("discovery");
            var expected =
                IntStream.range(0, Optional.ofNullable(discovery.replicas()).orElse(1))
                    .mapToObj(it -> "discovery-%d.discovery".formatted(it))
                    .toList();
            var own = "$(POD_NAME).discovery";
            return Stream.of(
                    manifests.instances().stream()
                        .filter(it -> !it.name().equals("discovery"))
                        .filter(it -> !registers(it, "CARELANE_EUREKA", manifests).equals(expected))
                        .map(it -> it.complaint("knows others")),
                    Stream.of(discovery)
                        .filter(
                            it ->
                                !registers(it, "CARELANE_EUREKA_PEERS", manifests).equals(expected))
                        .map(it -> it.complaint("has other peers")),
                    Stream.of(discovery)
                        .filter(
                            it -> !own.equals(it.environment(manifests).get("CARELANE_HOSTNAME")))
                        .map(it -> it.complaint("has another name")))
                .flatMap(it -> it);
          });

  static final List<Check> ALL =
      List.of(
          CONFIG_MAPS,
          NAMES,
          PLACEHOLDERS,
          SECRET_FILES,
          SECRETS_THERE,
          KEY_SECRET,
          NO_PLAIN_SECRETS,
          DEVELOPMENT_SECRETS,
          EXTERNAL_SECRETS,
          SANDBOX,
          PROFILES,
          REGISTERS);

  private ConfigurationChecks() {}

  private static Stream<String> configMapsUsed(Manifests manifests) {
    return manifests.workloads().stream()
        .flatMap(
            it ->
                Stream.concat(
                    it.container().getEnvFrom().stream()
                        .map(EnvFromSource::getConfigMapRef)
                        .map(ConfigMapEnvSource::getName),
                    it.pod().getVolumes().stream()
                        .filter(volume -> volume.getConfigMap() != null)
                        .map(volume -> volume.getConfigMap().getName())));
  }

  private static boolean isPlainSecret(Entry<String, String> variable) {
    return SECRET.matcher(variable.getKey()).matches() && !variable.getKey().endsWith("_FILE")
        || PASSWORD_IN_PLAIN.matcher(variable.getValue()).find();
  }

  private static List<String> registers(Workload workload, String variable, Manifests manifests) {
    return Stream.of(workload.environment(manifests).getOrDefault(variable, "").split(","))
        .map(it -> String.valueOf(URI.create(it).getHost()))
        .toList();
  }
}
