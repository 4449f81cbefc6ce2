package org.carelane.apitesting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Every member of a schema and every parameter has an example, and it is one that its schema
 * allows. A member that has a named schema of its own has the examples of that one.
 */
record Examples(JsonNode document) {

  private static final String EXAMPLE = "example";

  /** What is missing or does not fit; empty when nothing is. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    document
        .at("/components/schemas")
        .propertyStream()
        .forEach(
            it -> {
              if (it.getValue().has(EXAMPLE)) {
                complain(it.getKey(), it.getValue(), it.getValue(), complaints);
              }
              complainOfMembers(it.getKey(), it.getValue(), complaints);
            });
    parameters().forEach(it -> complainOfParameter(it, complaints));
    return complaints;
  }

  private void complainOfMembers(String name, JsonNode schema, List<String> complaints) {
    schema
        .path("properties")
        .propertyStream()
        .filter(it -> !isNamed(it.getValue()))
        .forEach(
            it -> {
              var member = name + "." + it.getKey();
              complain(member, it.getValue(), it.getValue(), complaints);
              complainOfMembers(member, it.getValue(), complaints);
              complainOfMembers(member, it.getValue().path("items"), complaints);
            });
  }

  private void complainOfParameter(JsonNode parameter, List<String> complaints) {
    var name = "the parameter " + parameter.path("name").asString();
    if (parameter.path("description").asString("").isBlank()) {
      complaints.add(name + " has no description: " + parameter);
    }
    complain(name, parameter, parameter.path("schema"), complaints);
  }

  private void complain(String name, JsonNode holder, JsonNode schema, List<String> complaints) {
    if (!holder.has(EXAMPLE)) {
      complaints.add(name + " has no example: " + holder);
      return;
    }
    BodySchema.of(document, schema)
        .complaints(holder.path(EXAMPLE).toString())
        .forEach(why -> complaints.add("the example of " + name + ": " + why));
  }

  /** Or one of null and named, or a list of named ones. */
  private static boolean isNamed(JsonNode schema) {
    return schema.has("$ref")
        || schema.path("items").has("$ref")
        || schema.path("anyOf").valueStream().anyMatch(it -> it.has("$ref"));
  }

  private Stream<JsonNode> parameters() {
    return document
        .path("paths")
        .valueStream()
        .flatMap(item -> Stream.concat(Stream.of(item), item.valueStream()))
        .flatMap(it -> it.path("parameters").valueStream());
  }
}
