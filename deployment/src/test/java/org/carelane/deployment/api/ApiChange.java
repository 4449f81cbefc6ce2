package org.carelane.deployment.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is different between two descriptions, for clients of the first. The library does not look
 * at the types of OpenAPI 3.1, so it is given both as of 3.0.
 */
record ApiChange(ChangedOpenApi difference) {

  static ApiChange between(JsonNode released, JsonNode now) {
    return new ApiChange(OpenApiCompare.fromContents(older(released), older(now)));
  }

  /** Whether a client of the first can go on as before. */
  boolean isAdditive() {
    return difference.isCompatible();
  }

  boolean isNone() {
    return difference.isUnchanged();
  }

  private static String older(JsonNode document) {
    var copy = (ObjectNode) document.deepCopy();
    copy.put("openapi", "3.0.3");
    ((ObjectNode) copy.path("info").path("license")).remove("identifier");
    translate(copy);
    return copy.toString();
  }

  private static void translate(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      translateRequired(schema);
      translateTypes(schema);
      translateChoice(schema);
    }
    node.forEach(ApiChange::translate);
  }

  /** The library does not look at what may be null in an answer: it counts as not required. */
  private static void translateRequired(ObjectNode schema) {
    if (schema.path("required") instanceof ArrayNode required) {
      var members = schema.path("properties");
      var kept =
          required.valueStream().filter(it -> !mayBeNull(members.path(it.asString()))).toList();
      schema.putArray("required").addAll(kept);
    }
  }

  private static boolean mayBeNull(JsonNode member) {
    return member.path("type").valueStream().anyMatch(it -> it.asString("").equals("null"));
  }

  /** {@code "type": ["string", "null"]}. */
  private static void translateTypes(ObjectNode schema) {
    if (!(schema.path("type") instanceof ArrayNode types)) {
      return;
    }
    var named = types.valueStream().map(JsonNode::asString).toList();
    named.stream()
        .filter(it -> !it.equals("null"))
        .findFirst()
        .ifPresent(it -> schema.put("type", it));
    if (named.contains("null")) {
      schema.put("nullable", true);
    }
    if (schema.path("enum") instanceof ArrayNode values) {
      var kept = values.valueStream().filter(it -> !it.isNull()).toList();
      schema.putArray("enum").addAll(kept);
    }
  }

  /** {@code "anyOf": [{"$ref": …}, {"type": "null"}]}. */
  private static void translateChoice(ObjectNode schema) {
    if (!(schema.path("anyOf") instanceof ArrayNode choice)) {
      return;
    }
    List<JsonNode> kept =
        choice.valueStream().filter(it -> !it.path("type").asString("").equals("null")).toList();
    if (kept.size() < choice.size()) {
      schema.remove("anyOf");
      schema.putArray("allOf").addAll(kept);
      schema.put("nullable", true);
    }
  }

  @Override
  public String toString() {
    var written = new ByteArrayOutputStream();
    new MarkdownRender().render(difference, new OutputStreamWriter(written, UTF_8));
    return written.toString(UTF_8);
  }
}
