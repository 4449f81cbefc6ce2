package org.carelane.deployment.kubernetes;

import static org.carelane.deployment.kubernetes.Mutation.listAt;
import static org.carelane.deployment.kubernetes.Mutation.remove;
import static org.carelane.deployment.kubernetes.Mutation.set;
import static org.carelane.deployment.kubernetes.Overlay.LOCAL;
import static org.carelane.deployment.kubernetes.Overlay.PRODUCTION;

import java.util.List;

/** Mistakes about the way from outside. */
final class IngressMutations {

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              PRODUCTION,
              "a host without TLS",
              IngressChecks.TLS,
              remove("Ingress", "carelane", "/spec/tls/0")),
          new Mutation(
              PRODUCTION,
              "a way around the gateway",
              IngressChecks.BACKEND,
              listAt(
                  "Ingress",
                  "carelane",
                  "/spec/rules/0/http/paths",
                  it ->
                      it.add(
                          Kinds.yaml()
                              .readTree(
                                  "{path: /mail, pathType: Prefix, backend: {service: {name:"
                                      + " mailpit, port: {name: http}}}}")))),
          new Mutation(
              PRODUCTION,
              "a WebSocket cut while it is quiet",
              IngressChecks.TIMEOUTS,
              set(
                  "Ingress",
                  "carelane",
                  "/metadata/annotations/haproxy-ingress.github.io~1timeout-tunnel",
                  "5s")),
          new Mutation(
              PRODUCTION,
              "annotations of a retired controller",
              IngressChecks.TIMEOUTS,
              set(
                  "Ingress",
                  "carelane",
                  "/metadata/annotations/nginx.ingress.kubernetes.io~1proxy-read-timeout",
                  "3600")),
          new Mutation(
              PRODUCTION,
              "an issuer of tokens of another name",
              IngressChecks.PUBLIC_ADDRESS,
              set("ConfigMap", "every-client", "/data/CARELANE_ISSUER", "https://carelane.test")),
          new Mutation(
              PRODUCTION,
              "everybody is a trusted proxy",
              IngressChecks.PROXY,
              set(
                  "ConfigMap",
                  "gateway",
                  "/data/SPRING_CLOUD_GATEWAY_SERVER_WEBFLUX_TRUSTED_PROXIES",
                  ".*")),
          new Mutation(
              LOCAL,
              "a gateway that is not believed",
              IngressChecks.GATEWAY,
              remove("ConfigMap", "auth-service", "/data/CARELANE_AUTH_TRUSTED_PROXIES")));

  private IngressMutations() {}
}
