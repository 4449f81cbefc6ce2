package org.carelane.apitesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExamplesTest {

  @Test
  void noticesAMemberWithoutAnExampleAlsoInsideOfOthers() {
    assertThat(ofSchema("{\"id\": {\"type\": \"string\"}}"))
        .singleElement()
        .asString()
        .startsWith("Slot.id has no example");
    assertThat(
            ofSchema(
                """
                {"days": {"type": "array", "example": [],
                  "items": {"type": "object", "properties": {"date": {"type": "string"}}}}}
                """))
        .singleElement()
        .asString()
        .startsWith("Slot.days.date has no example");
  }

  @Test
  void noticesAnExampleThatTheSchemaDoesNotAllow() {
    var schema = "{\"at\": {\"type\": \"string\", \"format\": \"date-time\", \"example\": \"%s\"}}";
    assertThat(ofSchema(schema.formatted("2027-03-15T08:00:00Z"))).isEmpty();
    assertThat(ofSchema(schema.formatted("soon")))
        .singleElement()
        .asString()
        .startsWith("the example of Slot.at");
  }

  @Test
  void leavesANamedSchemaToItself() {
    assertThat(
            ofSchema(
                """
                {"a": {"$ref": "#/components/schemas/Slot"},
                 "b": {"anyOf": [{"$ref": "#/components/schemas/Slot"}, {"type": "null"}]},
                 "c": {"type": "array", "items": {"$ref": "#/components/schemas/Slot"}}}
                """))
        .isEmpty();
  }

  @Test
  void noticesAParameterWithoutAnExampleOrADescription() {
    assertThat(ofParameter("{\"name\": \"id\", \"schema\": {\"type\": \"string\"}}")).hasSize(2);
    assertThat(
            ofParameter(
                """
                {"name": "limit", "description": "How many", "example": 0,
                 "schema": {"type": "integer", "minimum": 1}}
                """))
        .singleElement()
        .asString()
        .startsWith("the example of the parameter limit");
  }

  private static List<String> ofSchema(String members) {
    return complaints(
        """
        {"components": {"schemas": {"Slot": {"type": "object", "properties": %s}}}}
        """
            .formatted(members));
  }

  private static List<String> ofParameter(String parameter) {
    return complaints(
        """
        {"paths": {"/slots": {"get": {"parameters": [%s]}}}}
        """
            .formatted(parameter));
  }

  private static List<String> complaints(String document) {
    return new Examples(JsonMapper.shared().readTree(document)).complaints();
  }
}
