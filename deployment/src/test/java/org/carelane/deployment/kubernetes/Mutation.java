package org.carelane.deployment.kubernetes;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mistake in the manifests of an overlay.
 *
 * @param caughtBy the one rule that must notice it
 */
record Mutation(
    Overlay overlay, String mistake, Check caughtBy, Consumer<List<ObjectNode>> change) {

  /** Where the pod is in a Deployment or StatefulSet, and its first container. */
  static final String POD = "/spec/template/spec";

  static final String CONTAINER = POD + "/containers/0";

  /** Changes the part of an object that a JSON pointer leads to. */
  static Consumer<List<ObjectNode>> at(
      String kind, String name, String pointer, Consumer<ObjectNode> change) {
    return documents -> change.accept((ObjectNode) part(find(documents, kind, name), pointer));
  }

  static Consumer<List<ObjectNode>> listAt(
      String kind, String name, String pointer, Consumer<ArrayNode> change) {
    return documents -> change.accept((ArrayNode) part(find(documents, kind, name), pointer));
  }

  static Consumer<List<ObjectNode>> set(String kind, String name, String pointer, Object value) {
    var path = JsonPointer.compile(pointer);
    JsonNode node = Kinds.yaml().valueToTree(value);
    return documents -> {
      var parent = part(find(documents, kind, name), path.head().toString());
      switch (parent) {
        case ObjectNode object -> object.set(path.last().getMatchingProperty(), node);
        case ArrayNode array -> array.set(path.last().getMatchingIndex(), node);
        default -> throw new AssertionError(pointer);
      }
    };
  }

  static Consumer<List<ObjectNode>> remove(String kind, String name, String pointer) {
    var path = JsonPointer.compile(pointer);
    return documents -> {
      var parent = part(find(documents, kind, name), path.head().toString());
      switch (parent) {
        case ObjectNode object -> object.remove(path.last().getMatchingProperty());
        case ArrayNode array -> array.remove(path.last().getMatchingIndex());
        default -> throw new AssertionError(pointer);
      }
    };
  }

  static Consumer<List<ObjectNode>> without(String kind, String name) {
    return documents -> documents.remove(find(documents, kind, name));
  }

  static Consumer<List<ObjectNode>> copied(String kind, String name, String newName) {
    return documents -> {
      var copy = find(documents, kind, name).deepCopy();
      ((ObjectNode) copy.path("metadata")).put("name", newName);
      documents.add(copy);
    };
  }

  @SafeVarargs
  static Consumer<List<ObjectNode>> all(Consumer<List<ObjectNode>>... changes) {
    return documents -> Stream.of(changes).forEach(it -> it.accept(documents));
  }

  /** Names of ConfigMaps and Secrets may be given without the hash at their end. */
  private static ObjectNode find(List<ObjectNode> documents, String kind, String name) {
    Predicate<String> named = it -> it.equals(name) || it.matches(name + "-[a-z0-9]{10}");
    return documents.stream()
        .filter(it -> it.path("kind").asString().equals(kind))
        .filter(it -> named.test(it.at("/metadata/name").asString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  private static JsonNode part(ObjectNode document, String pointer) {
    return document.requiredAt(pointer);
  }

  @Override
  public String toString() {
    return overlay + ", " + mistake + ": \"" + caughtBy.name() + "\"";
  }
}
