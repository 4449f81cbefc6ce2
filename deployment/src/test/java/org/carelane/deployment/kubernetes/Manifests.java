package org.carelane.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All objects of an overlay. */
final class Manifests {

  private final List<ObjectNode> documents;
  private final List<HasMetadata> models;

  private Manifests(List<ObjectNode> documents) {
    this.documents = documents;
    this.models = documents.stream().filter(Kinds::isModel).map(Kinds::model).toList();
  }

  static Manifests parse(String yaml) {
    var documents = new ArrayList<ObjectNode>();
    try (var values = Kinds.yaml().readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
      values.forEachRemaining(documents::add);
    }
    return new Manifests(documents);
  }

  /** The same with changes; this one stays as it is. */
  Manifests changed(Consumer<List<ObjectNode>> change) {
    var copies = new ArrayList<>(documents.stream().map(ObjectNode::deepCopy).toList());
    change.accept(copies);
    return new Manifests(copies);
  }

  List<ObjectNode> documents() {
    return documents;
  }

  List<ObjectNode> documents(String kind) {
    return documents.stream().filter(it -> it.path("kind").asString().equals(kind)).toList();
  }

  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return models.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends HasMetadata> Optional<T> find(Class<T> kind, String namespace, String name) {
    return all(kind).stream()
        .filter(it -> it.getMetadata().getName().equals(name))
        .filter(it -> namespace.equals(it.getMetadata().getNamespace()))
        .findFirst();
  }

  Optional<ObjectNode> document(String kind, String namespace, String name) {
    return documents(kind).stream()
        .filter(it -> it.at("/metadata/name").asString().equals(name))
        .filter(it -> it.at("/metadata/namespace").asString().equals(namespace))
        .findFirst();
  }

  /** What runs pods. */
  List<Workload> workloads() {
    return Stream.concat(
            all(Deployment.class).stream().map(Workload::of),
            all(StatefulSet.class).stream().map(Workload::of))
        .toList();
  }

  /** What runs the project's own images. */
  List<Workload> instances() {
    return workloads().stream().filter(Workload::isOurs).toList();
  }

  List<Workload> instancesWithDatabase() {
    return instances().stream()
        .filter(it -> it.application().value("spring.mongodb.database").isPresent())
        .toList();
  }

  Workload instance(String name) {
    return instances().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing runs " + name));
  }

  List<Workload> selected(String namespace, Map<String, String> labels) {
    return workloads().stream()
        .filter(it -> it.namespace().equals(namespace))
        .filter(it -> it.labels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  List<Workload> selected(Service service) {
    return selected(service.getMetadata().getNamespace(), service.getSpec().getSelector());
  }

  /** The values of a ConfigMap, none if it is not there. */
  Map<String, String> config(String namespace, String name) {
    return find(ConfigMap.class, namespace, name)
        .map(it -> Optional.ofNullable(it.getData()).orElse(Map.of()))
        .orElse(Map.of());
  }

  /** The keys of a Secret, whoever makes it; empty if nobody does. */
  Optional<List<String>> secretKeys(String namespace, String name) {
    return document("Secret", namespace, name)
        .map(it -> List.copyOf(it.path("data").propertyNames()))
        .or(
            () ->
                document("ExternalSecret", namespace, name)
                    .map(
                        it ->
                            it.at("/spec/data")
                                .valueStream()
                                .map(entry -> entry.path("secretKey").asString())
                                .toList()));
  }

  static String title(JsonNode document) {
    return document.path("kind").asString() + " " + document.at("/metadata/name").asString();
  }
}
