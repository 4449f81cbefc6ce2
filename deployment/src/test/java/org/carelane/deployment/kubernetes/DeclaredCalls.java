package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Application;

/**
 * Who calls whom, as said elsewhere than in network policies: by the addresses in the services'
 * environment, the gateway's table of routes, the Ingress, and what is monitored.
 */
final class DeclaredCalls {

  private static final String CARELANE = "carelane";
  private static final String MONITORING = Call.namespace("monitoring");
  private static final String INGRESS = Call.namespace("ingress-controller");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:^|//|[,@])([a-z0-9][a-z0-9.-]*):(\\d+)(?=$|[/,?])");

  private final Manifests manifests;

  private DeclaredCalls(Manifests manifests) {
    this.manifests = manifests;
  }

  static SortedSet<Call> of(Manifests manifests) {
    var calls = new DeclaredCalls(manifests);
    return Stream.of(calls.byAddresses(), calls.byRoutes(), calls.byIngress(), calls.byMonitors())
        .flatMap(it -> it)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Call> byAddresses() {
    return manifests.instances().stream()
        .flatMap(
            workload -> addresses(workload.environment(manifests)).map(it -> call(workload, it)));
  }

  private Stream<Call> byRoutes() {
    return Application.behindTheGateway().stream()
        .map(it -> new Call("gateway", it, Application.named(it).port()));
  }

  private Stream<Call> byIngress() {
    return manifests.all(Ingress.class).stream()
        .flatMap(it -> it.getSpec().getRules().stream())
        .flatMap(it -> it.getHttp().getPaths().stream())
        .map(it -> it.getBackend().getService())
        .flatMap(
            backend ->
                manifests.find(Service.class, CARELANE, backend.getName()).stream()
                    .flatMap(it -> it.getSpec().getPorts().stream())
                    .filter(
                        it ->
                            Objects.equals(it.getName(), backend.getPort().getName())
                                || Objects.equals(it.getPort(), backend.getPort().getNumber()))
                    .map(it -> new Call(INGRESS, backend.getName(), it.getPort())));
  }

  private Stream<Call> byMonitors() {
    return manifests.documents("ServiceMonitor").isEmpty()
        ? Stream.of()
        : manifests.instances().stream()
            .map(it -> new Call(MONITORING, it.name(), it.actuatorPort(manifests)));
  }

  private static Stream<String> addresses(Map<String, String> environment) {
    var mail =
        Optional.ofNullable(environment.get("CARELANE_SMTP_HOST"))
            .map(it -> it + ":" + environment.get("CARELANE_SMTP_PORT"));
    return Stream.concat(
        mail.stream(),
        environment.values().stream()
            .flatMap(it -> ADDRESS.matcher(it).results())
            .map(it -> it.group(1) + ":" + it.group(2)));
  }

  private Call call(Workload from, String address) {
    var host = address.substring(0, address.lastIndexOf(':'));
    var port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    return new Call(from.name(), target(host), port);
  }

  /** service, pod.service, service.namespace and pod.service.namespace.svc.cluster.local. */
  private String target(String host) {
    var labels = host.replace(".svc.cluster.local", "").split("\\.");
    for (var label : labels) {
      var service = manifests.find(Service.class, CARELANE, label);
      if (service.isPresent()) {
        return manifests.selected(service.get()).stream()
            .map(Workload::name)
            .findFirst()
            .orElse(label);
      }
    }
    var last = labels[labels.length - 1];
    return isNamespace(last) || MONITORING.endsWith(last) ? Call.namespace(last) : Call.OUTSIDE;
  }

  private boolean isNamespace(String name) {
    return manifests.all(Namespace.class).stream()
        .map(HasMetadata::getMetadata)
        .anyMatch(it -> it.getName().equals(name));
  }
}
