package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about who may call whom. */
final class NetworkChecks {

  static final Check DENIED =
      Check.of(
          "In each namespace all is denied, in both directions, but what a policy allows",
          manifests ->
              manifests.all(Namespace.class).stream()
                  .map(it -> it.getMetadata().getName())
                  .filter(
                      namespace ->
                          manifests.all(NetworkPolicy.class).stream()
                              .filter(it -> namespace.equals(it.getMetadata().getNamespace()))
                              .noneMatch(NetworkChecks::deniesAll)));

  static final Check NAMES_ASKED =
      Check.of(
          "Every pod may ask DNS, and DNS alone, for names",
          manifests ->
              manifests.all(Namespace.class).stream()
                  .map(it -> it.getMetadata().getName())
                  .filter(
                      namespace ->
                          manifests.all(NetworkPolicy.class).stream()
                              .filter(it -> namespace.equals(it.getMetadata().getNamespace()))
                              .noneMatch(NetworkChecks::allowsDns)));

  static final Check LEAVING =
      Check.of(
          "Each declared call may leave where it begins, by one policy, and no other call may",
          manifests ->
              differences(DeclaredCalls.of(manifests), AllowedCalls.leaving(manifests), "from"));

  static final Check ARRIVING =
      Check.of(
          "Each declared call may arrive where it ends, by one policy, and no other call may",
          manifests ->
              differences(DeclaredCalls.of(manifests), AllowedCalls.arriving(manifests), "to"));

  static final Check ARRIVING_AT_SERVERS =
      Check.of(
              "Kafka and MongoDB in namespaces of their own let in Carelane's services, each on its"
                  + " one port",
              manifests ->
                  DeclaredCalls.of(manifests).stream()
                      .filter(
                          it ->
                              manifests.all(Namespace.class).stream()
                                  .anyMatch(
                                      n ->
                                          it.to()
                                              .equals(Call.namespace(n.getMetadata().getName()))))
                      .filter(
                          call ->
                              manifests.all(NetworkPolicy.class).stream()
                                  .noneMatch(it -> letsIn(it, call)))
                      .map(Call::toString))
          .inProduction();

  static final Check INSIDE =
      Check.of(
          "No Service has an address outside the cluster: the register and metrics stay inside",
          manifests ->
              manifests.all(Service.class).stream()
                  .filter(NetworkChecks::isOutside)
                  .map(it -> "Service " + it.getMetadata().getName()));

  static final List<Check> ALL =
      List.of(DENIED, NAMES_ASKED, LEAVING, ARRIVING, ARRIVING_AT_SERVERS, INSIDE);

  private NetworkChecks() {}

  private static boolean isOutside(Service service) {
    var type = service.getSpec().getType();
    return type != null && !type.equals("ClusterIP")
        || !service.getSpec().getExternalIPs().isEmpty();
  }

  private static boolean deniesAll(NetworkPolicy policy) {
    var spec = policy.getSpec();
    return spec.getPodSelector().getMatchLabels().isEmpty()
        && spec.getPodSelector().getMatchExpressions().isEmpty()
        && Set.copyOf(spec.getPolicyTypes()).equals(Set.of("Ingress", "Egress"))
        && spec.getIngress().isEmpty()
        && spec.getEgress().isEmpty();
  }

  private static boolean allowsDns(NetworkPolicy policy) {
    return policy.getSpec().getPodSelector().getMatchLabels().isEmpty()
        && policy.getSpec().getEgress().stream()
            .anyMatch(
                it ->
                    it.getPorts().stream()
                            .map(port -> port.getPort().getIntVal() + port.getProtocol())
                            .toList()
                            .equals(List.of("53UDP", "53TCP"))
                        && it.getTo().size() == 1
                        && "kube-system"
                            .equals(
                                it.getTo()
                                    .getFirst()
                                    .getNamespaceSelector()
                                    .getMatchLabels()
                                    .get("kubernetes.io/metadata.name")));
  }

  /**
   * Calls that begin, or end, outside of Carelane's namespace are not in its policies of that
   * direction.
   */
  private static Stream<String> differences(Set<Call> declared, List<Call> allowed, String end) {
    var expected =
        declared.stream()
            .filter(
                it -> !(end.equals("from") ? it.from() : it.to()).matches("namespace .*|outside"))
            .toList();
    var seen = new HashSet<Call>();
    return Stream.of(
            expected.stream()
                .filter(it -> !allowed.contains(it))
                .map(it -> "is not allowed: " + it),
            allowed.stream()
                .filter(it -> !expected.contains(it))
                .map(it -> "is not declared: " + it),
            allowed.stream().filter(it -> !seen.add(it)).map(it -> "is allowed twice: " + it))
        .flatMap(it -> it);
  }

  private static boolean letsIn(NetworkPolicy policy, Call call) {
    return call.to().equals(Call.namespace(policy.getMetadata().getNamespace()))
        && policy.getSpec().getIngress().stream()
            .filter(
                rule ->
                    rule.getPorts().size() == 1
                        && rule.getPorts().getFirst().getPort().getIntVal() == call.port())
            .flatMap(rule -> rule.getFrom().stream())
            .anyMatch(
                it ->
                    it.getNamespaceSelector() != null
                        && "carelane"
                            .equals(
                                it.getNamespaceSelector()
                                    .getMatchLabels()
                                    .get("kubernetes.io/metadata.name"))
                        && it.getPodSelector() != null
                        && "service"
                            .equals(
                                it.getPodSelector()
                                    .getMatchLabels()
                                    .get("app.kubernetes.io/component")));
  }
}
