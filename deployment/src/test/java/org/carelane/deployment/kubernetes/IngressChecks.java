package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Application;
import org.springframework.boot.convert.DurationStyle;

/** Rules about the way from outside. */
final class IngressChecks {

  private static final String ANNOTATION = "haproxy-ingress.github.io/";
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  static final Check TLS =
      Check.of(
              "The Ingress takes each of its hosts by TLS, with a certificate that is there",
              manifests -> {
                var hosts = new TreeSet<String>();
                manifests.all(Ingress.class).stream()
                    .flatMap(it -> it.getSpec().getTls().stream())
                    .filter(
                        it ->
                            manifests
                                .secretKeys("carelane", it.getSecretName())
                                .filter(keys -> keys.containsAll(Set.of("tls.crt", "tls.key")))
                                .isPresent())
                    .map(IngressTLS::getHosts)
                    .forEach(hosts::addAll);
                return Stream.concat(
                    manifests.all(Ingress.class).isEmpty()
                        ? Stream.of("there is no Ingress")
                        : Stream.of(),
                    ingress(manifests)
                        .flatMap(it -> it.getSpec().getRules().stream())
                        .map(it -> String.valueOf(it.getHost()))
                        .filter(it -> !hosts.contains(it)));
              })
          .inProduction();

  static final Check BACKEND =
      Check.of(
              "The Ingress leads to nothing but the gateway's public port",
              manifests ->
                  ingress(manifests)
                      .flatMap(it -> it.getSpec().getRules().stream())
                      .flatMap(it -> it.getHttp().getPaths().stream())
                      .map(it -> it.getBackend().getService())
                      .filter(
                          it ->
                              !it.getName().equals("gateway")
                                  || !"http".equals(it.getPort().getName()))
                      .map(it -> it.getName() + " " + it.getPort()))
          .inProduction();

  static final Check TIMEOUTS =
      Check.of(
              "The Ingress waits longer than the gateway does, and for a quiet WebSocket or stream"
                  + " of events",
              manifests ->
                  ingress(manifests)
                      .map(
                          it ->
                              Optional.ofNullable(it.getMetadata().getAnnotations())
                                  .orElse(Map.of()))
                      .filter(
                          it ->
                              !it.keySet().stream().allMatch(name -> name.startsWith(ANNOTATION))
                                  || time(it, "timeout-server")
                                          .compareTo(
                                              Application.named("gateway")
                                                  .duration(
                                                      "spring.cloud.gateway.server.webflux.httpclient.response-timeout")
                                                  .plus(HEARTBEAT))
                                      < 0
                                  || time(it, "timeout-tunnel").compareTo(HEARTBEAT.multipliedBy(6))
                                      < 0)
                      .map(Object::toString))
          .inProduction();

  static final Check PUBLIC_ADDRESS =
      Check.of(
              "The public address is the same in the Ingress, in access tokens and for chat",
              manifests -> {
                var addresses =
                    Stream.of(
                            ingress(manifests)
                                .flatMap(it -> it.getSpec().getRules().stream())
                                .map(it -> "https://" + it.getHost()),
                            manifests.instances().stream()
                                .filter(it -> !it.name().equals("discovery"))
                                .map(
                                    it ->
                                        String.valueOf(
                                            it.environment(manifests).get("CARELANE_ISSUER"))),
                            Stream.of(
                                String.valueOf(
                                    manifests
                                        .instance("chat-service")
                                        .environment(manifests)
                                        .get("CARELANE_CHAT_ALLOWED_ORIGINS"))))
                        .flatMap(it -> it)
                        .distinct()
                        .toList();
                return addresses.size() == 1 ? Stream.of() : addresses.stream();
              })
          .inProduction();

  static final Check PROXY =
      Check.of(
              "The gateway believes what the Ingress controller says of a client, and nobody from"
                  + " outside",
              manifests -> {
                var trusted =
                    Pattern.compile(
                        manifests
                            .instance("gateway")
                            .environment(manifests)
                            .getOrDefault(
                                "SPRING_CLOUD_GATEWAY_SERVER_WEBFLUX_TRUSTED_PROXIES", "none"));
                return Stream.concat(
                    Stream.of("10.1.2.3", "172.20.0.9", "192.168.7.7", "fd00::7")
                        .filter(it -> !trusted.matcher(it).matches()),
                    Stream.of("8.8.8.8", "100.10.2.3", "172.32.0.1", "2001:db8::1")
                        .filter(it -> trusted.matcher(it).matches()));
              })
          .inProduction();

  static final Check GATEWAY =
      Check.of(
          "auth-service believes what the gateway says of a client",
          manifests -> {
            var trusted =
                manifests
                    .instance("auth-service")
                    .environment(manifests)
                    .getOrDefault("CARELANE_AUTH_TRUSTED_PROXIES", "");
            return Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
                .filter(it -> !List.of(trusted.split(", *")).contains(it));
          });

  static final List<Check> ALL = List.of(TLS, BACKEND, TIMEOUTS, PUBLIC_ADDRESS, PROXY, GATEWAY);

  private IngressChecks() {}

  private static Stream<Ingress> ingress(Manifests manifests) {
    return manifests.all(Ingress.class).stream();
  }

  private static Duration time(Map<String, String> annotations, String name) {
    return DurationStyle.detectAndParse(annotations.getOrDefault(ANNOTATION + name, "0s"));
  }
}
