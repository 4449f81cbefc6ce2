package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules about settings. */
final class ConfigurationChecks {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z0-9.-]+)}");
  private static final Pattern HASHED = Pattern.compile(".*-[a-z0-9]{10}");

  static final Check CONFIG_MAPS =
      Check.of(
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
      Check.of(
          "Each name in the environment is one that the service reads",
          manifests ->
              manifests.instances().stream()
                  .flatMap(
                      workload ->
                          workload.environment(manifests).keySet().stream()
                              .filter(it -> !workload.intermediateNames().contains(it))
                              .filter(it -> !workload.application().reads(it))
                              .map(it -> workload.complaint("does not read " + it))));

  static final Check PLACEHOLDERS =
      Check.of(
          "Each property that a setting refers to is set, or a secret of the service",
          manifests ->
              manifests.instances().stream()
                  .flatMap(
                      workload ->
                          workload.environment(manifests).values().stream()
                              .flatMap(it -> PLACEHOLDER.matcher(it).results())
                              .map((MatchResult it) -> it.group(1))
                              .filter(it -> workload.application().value(it).isEmpty())
                              .filter(it -> !workload.secretFiles(manifests).contains(it))
                              .distinct()
                              .map(it -> workload.complaint("has no " + it))));

  static final Check SANDBOX =
      Check.of(
          "Only where it is said does the sandbox take payments, and never in production",
          manifests -> {
            var environment = manifests.instance("payment-service").environment(manifests);
            var local = "local".equals(environment.get("SPRING_PROFILES_ACTIVE"));
            var production = manifests.all(Secret.class).isEmpty();
            return local == production ? Stream.of("profile local: " + local) : Stream.of();
          });

  static final Check PROFILES =
      Check.ofServices(
          "No other service runs with the profile for one machine",
          (workload, manifests) ->
              workload.name().equals("payment-service")
                  || !workload.environment(manifests).containsKey("SPRING_PROFILES_ACTIVE"));

  static final Check REGISTERS =
      Check.ofServices(
          "Clients and peers know each register by the name it gives itself",
          (workload, manifests) -> {
            var known = registers(manifests.instance("discovery"));
            return workload.name().equals("discovery")
                ? known.equals(hosts(workload, "CARELANE_EUREKA_PEERS", manifests))
                    && "$(POD_NAME).discovery"
                        .equals(workload.environment(manifests).get("CARELANE_HOSTNAME"))
                : known.equals(hosts(workload, "CARELANE_EUREKA", manifests));
          });

  static final List<Check> ALL =
      List.of(CONFIG_MAPS, NAMES, PLACEHOLDERS, SANDBOX, PROFILES, REGISTERS);

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

  private static List<String> registers(Workload discovery) {
    return IntStream.range(0, Optional.ofNullable(discovery.replicas()).orElse(1))
        .mapToObj(it -> "discovery-%d.discovery".formatted(it))
        .toList();
  }

  private static List<String> hosts(Workload workload, String variable, Manifests manifests) {
    return Stream.of(workload.environment(manifests).getOrDefault(variable, "").split(","))
        .map(it -> String.valueOf(URI.create(it).getHost()))
        .toList();
  }
}
