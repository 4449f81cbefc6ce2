package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the network policies of Carelane's namespace let through. A call appears once for each rule
 * that allows it.
 */
final class AllowedCalls {

  private static final String CARELANE = "carelane";
  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";
  private static final int DNS = 53;

  private final Manifests manifests;

  private AllowedCalls(Manifests manifests) {
    this.manifests = manifests;
  }

  /** Without those to DNS, which all may ask. */
  static List<Call> leaving(Manifests manifests) {
    var allowed = new AllowedCalls(manifests);
    return allowed
        .policies("Egress")
        .flatMap(policy -> allowed.leaving(policy))
        .filter(it -> it.port() != DNS)
        .toList();
  }

  static List<Call> arriving(Manifests manifests) {
    var allowed = new AllowedCalls(manifests);
    return allowed.policies("Ingress").flatMap(policy -> allowed.arriving(policy)).toList();
  }

  private Stream<NetworkPolicy> policies(String direction) {
    return manifests.all(NetworkPolicy.class).stream()
        .filter(it -> CARELANE.equals(it.getMetadata().getNamespace()))
        .filter(it -> it.getSpec().getPolicyTypes().contains(direction));
  }

  private Stream<Call> leaving(NetworkPolicy policy) {
    return policy.getSpec().getEgress().stream()
        .flatMap(
            rule ->
                ports(rule.getPorts())
                    .flatMap(
                        port ->
                            peers(rule.getTo())
                                .flatMap(
                                    to ->
                                        pods(policy.getSpec().getPodSelector())
                                            .map(from -> new Call(from, to, port)))));
  }

  private Stream<Call> arriving(NetworkPolicy policy) {
    return policy.getSpec().getIngress().stream()
        .flatMap(
            rule ->
                ports(rule.getPorts())
                    .flatMap(
                        port ->
                            peers(rule.getFrom())
                                .flatMap(
                                    from ->
                                        pods(policy.getSpec().getPodSelector())
                                            .map(to -> new Call(from, to, port)))));
  }

  /** Port 0 is any port. */
  private static Stream<Integer> ports(List<NetworkPolicyPort> ports) {
    return ports.isEmpty()
        ? Stream.of(0)
        : ports.stream().map(it -> it.getPort() == null ? 0 : it.getPort().getIntVal());
  }

  private Stream<String> peers(List<NetworkPolicyPeer> peers) {
    return peers.isEmpty() ? Stream.of("anybody") : peers.stream().flatMap(this::peer);
  }

  private Stream<String> peer(NetworkPolicyPeer peer) {
    if (peer.getIpBlock() != null) {
      return Stream.of(Call.OUTSIDE);
    }
    if (peer.getNamespaceSelector() == null) {
      return pods(peer.getPodSelector());
    }
    var labels = peer.getNamespaceSelector().getMatchLabels();
    return Stream.of(
        labels.containsKey(NAMESPACE_NAME)
            ? Call.namespace(labels.get(NAMESPACE_NAME))
            : "any namespace");
  }

  private Stream<String> pods(LabelSelector selector) {
    return manifests.workloads().stream()
        .filter(it -> it.namespace().equals(CARELANE))
        .filter(it -> matches(selector, it.labels()))
        .map(Workload::name);
  }

  static boolean matches(LabelSelector selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
        && selector.getMatchExpressions().stream().allMatch(it -> matches(it, labels));
  }

  private static boolean matches(LabelSelectorRequirement it, Map<String, String> labels) {
    return switch (it.getOperator()) {
      case "In" -> it.getValues().contains(labels.get(it.getKey()));
      case "NotIn" -> !it.getValues().contains(labels.get(it.getKey()));
      case "Exists" -> labels.containsKey(it.getKey());
      case "DoesNotExist" -> !labels.containsKey(it.getKey());
      default -> throw new IllegalArgumentException(it.getOperator());
    };
  }
}
