package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carelane.deployment.checkout.Application;
import org.jspecify.annotations.Nullable;

/** A Deployment or StatefulSet, with what both have. */
record Workload(
    HasMetadata object,
    LabelSelector selector,
    PodTemplateSpec template,
    @Nullable Integer replicas) {

  private static final String OURS = "carelane/";

  static Workload of(Deployment it) {
    var spec = it.getSpec();
    return new Workload(it, spec.getSelector(), spec.getTemplate(), spec.getReplicas());
  }

  static Workload of(StatefulSet it) {
    var spec = it.getSpec();
    return new Workload(it, spec.getSelector(), spec.getTemplate(), spec.getReplicas());
  }

  String name() {
    return object.getMetadata().getName();
  }

  String namespace() {
    return String.valueOf(object.getMetadata().getNamespace());
  }

  Map<String, String> labels() {
    return template.getMetadata().getLabels();
  }

  PodSpec pod() {
    return template.getSpec();
  }

  Container container() {
    return pod().getContainers().getFirst();
  }

  Stream<Container> containers() {
    return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream());
  }

  boolean isOurs() {
    return image().startsWith(OURS) || image().contains("/" + OURS);
  }

  String image() {
    return container().getImage();
  }

  /** The service that runs: the last part of the image's name. */
  String service() {
    var image = image().substring(image().lastIndexOf('/') + 1);
    return image.contains(":") ? image.substring(0, image.indexOf(':')) : image;
  }

  Application application() {
    return Application.named(name());
  }

  Optional<Integer> port(IntOrString port) {
    return container().getPorts().stream()
        .filter(
            it ->
                port.getStrVal() == null
                    ? it.getContainerPort().equals(port.getIntVal())
                    : port.getStrVal().equals(it.getName()))
        .map(ContainerPort::getContainerPort)
        .findFirst();
  }

  int serverPort(Manifests manifests) {
    var moved = environment(manifests).get("SERVER_PORT");
    return moved == null ? application().port() : Integer.parseInt(moved);
  }

  int actuatorPort(Manifests manifests) {
    var moved = environment(manifests).get("MANAGEMENT_SERVER_PORT");
    return moved == null ? serverPort(manifests) : Integer.parseInt(moved);
  }

  /** What the process finds in its environment; values from elsewhere than ConfigMaps are empty. */
  Map<String, String> environment(Manifests manifests) {
    var environment = new LinkedHashMap<String, String>();
    container()
        .getEnvFrom()
        .forEach(
            it ->
                environment.putAll(manifests.config(namespace(), it.getConfigMapRef().getName())));
    container()
        .getEnv()
        .forEach(it -> environment.put(it.getName(), it.getValue() == null ? "" : it.getValue()));
    return environment;
  }

  /** Names in the environment that only other values refer to, as $(NAME). */
  List<String> intermediateNames() {
    var values = container().getEnv().stream().map(EnvVar::getValue).toList();
    return container().getEnv().stream()
        .map(EnvVar::getName)
        .filter(
            name -> values.stream().anyMatch(it -> it != null && it.contains("$(" + name + ")")))
        .toList();
  }

  /** The files in /run/secrets. */
  List<String> secretFiles(Manifests manifests) {
    return container().getVolumeMounts().stream()
        .filter(it -> it.getMountPath().equals("/run/secrets"))
        .flatMap(
            mount -> pod().getVolumes().stream().filter(it -> it.getName().equals(mount.getName())))
        .filter(it -> it.getSecret() != null)
        .flatMap(
            it ->
                manifests
                    .secretKeys(namespace(), it.getSecret().getSecretName())
                    .orElse(List.of())
                    .stream())
        .toList();
  }

  String complaint(String words) {
    return name() + " " + words;
  }
}
