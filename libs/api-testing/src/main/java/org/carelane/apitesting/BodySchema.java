package org.carelane.apitesting;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of a body with all it refers to. Stricter than a client: a member that is not
 * described is a deviation, but in a problem, which has members of its own.
 */
record BodySchema(Schema schema) {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private static final String COMPONENTS = "#/components/schemas/";

  static BodySchema of(JsonNode document, JsonNode schema) {
    var whole = JsonMapper.shared().createObjectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.putArray("allOf").add(schema);
    var components = whole.putObject("$defs");
    document
        .at("/components/schemas")
        .propertyStream()
        .forEach(it -> components.set(it.getKey(), closed(it.getKey(), it.getValue())));
    var selfContained = whole.toString().replace(COMPONENTS, "#/$defs/");
    return new BodySchema(SCHEMAS.getSchema(selfContained, InputFormat.JSON));
  }

  private static JsonNode closed(String name, JsonNode schema) {
    if (name.equals("Problem") || !schema.has("properties") || schema.has("additionalProperties")) {
      return schema;
    }
    return ((ObjectNode) schema.deepCopy()).put("additionalProperties", false);
  }

  List<String> complaints(String body) {
    try {
      return schema.validate(body, InputFormat.JSON).stream()
          .map(it -> it.toString() + " in " + body)
          .toList();
    } catch (JacksonException | IllegalArgumentException e) {
      return List.of("the body is not JSON: " + body);
    }
  }
}
