package org.carelane.deployment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.carelane.apitesting.PublishedApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client made for the release before goes on working: the description of all is compared with the
 * last released one.
 */
class CompatibilityTest {

  static final List<Change> BREAKING =
      List.of(
          new Change("an operation is gone", api -> paths(api).remove("/api/v1/specializations")),
          new Change(
              "a member of an answer is gone",
              api -> properties(api, "DoctorView").remove("location")),
          new Change(
              "a member of an answer is not always there",
              api -> required(api, "DoctorView").remove(0)),
          new Change(
              "a member of an answer is another kind of value",
              api -> member(api, "DoctorView", "zone").put("type", "integer")),
          new Change(
              "a member of an answer may be null",
              api -> member(api, "DoctorView", "zone").putArray("type").add("string").add("null")),
          new Change(
              "a request needs one more member",
              api -> {
                properties(api, "LoginRequest").putObject("code").put("type", "string");
                required(api, "LoginRequest").add("code");
              }),
          new Change(
              "a request may have less text",
              api -> member(api, "BookRequest", "reason").put("maxLength", 10)),
          new Change(
              "a value of a request is gone",
              api -> ((ArrayNode) member(api, "BookRequest", "mode").path("enum")).remove(0)),
          new Change(
              "a parameter is demanded",
              api ->
                  parameter(api)
                      .put("name", "city")
                      .put("in", "query")
                      .put("required", true)
                      .putObject("schema")
                      .put("type", "string")));

  static final List<Change> ADDITIVE =
      List.of(
          new Change(
              "one more operation",
              api ->
                  paths(api)
                      .set(
                          "/api/v1/further",
                          paths(api).path("/api/v1/specializations").deepCopy())),
          new Change(
              "one more member of an answer",
              api -> properties(api, "DoctorView").putObject("rating").put("type", "number")),
          new Change(
              "one more member of a request, optional",
              api -> properties(api, "LoginRequest").putObject("device").put("type", "string")),
          new Change(
              "one more parameter, optional",
              api ->
                  parameter(api)
                      .put("name", "city")
                      .put("in", "query")
                      .putObject("schema")
                      .put("type", "string")),
          new Change(
              "a request may have more text",
              api -> member(api, "BookRequest", "reason").put("maxLength", 5000)),
          new Change(
              "other words", api -> ((ObjectNode) api.path("info")).put("description", "New")));

  record Change(String name, Consumer<JsonNode> made) {

    ApiChange toReleased() {
      var changed = released().deepCopy();
      made.accept(changed);
      assertThat(changed).isNotEqualTo(released());
      return ApiChange.between(released(), changed);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void nothingThatWasReleasedIsBroken() {
    var change = ApiChange.between(released(), PublishedApi.WHOLE.document());
    assertThat(change.isAdditive()).as("%s", change).isTrue();
  }

  @ParameterizedTest
  @FieldSource("BREAKING")
  void tellsWhatBreaksClients(Change change) {
    assertThat(change.toReleased().isAdditive()).isFalse();
  }

  @ParameterizedTest
  @FieldSource("ADDITIVE")
  void tellsWhatIsOnlyAdded(Change change) {
    assertThat(change.toReleased().isAdditive()).isTrue();
  }

  @Test
  void noticesThatNothingChanged() {
    assertThat(ApiChange.between(released(), released()).isNone()).isTrue();
  }

  private static JsonNode released() {
    return new PublishedApi("released/carelane").document();
  }

  private static ObjectNode paths(JsonNode api) {
    return (ObjectNode) api.path("paths");
  }

  private static ObjectNode properties(JsonNode api, String schema) {
    return (ObjectNode) api.at("/components/schemas/" + schema + "/properties");
  }

  private static ObjectNode member(JsonNode api, String schema, String name) {
    return (ObjectNode) properties(api, schema).path(name);
  }

  private static ArrayNode required(JsonNode api, String schema) {
    return (ArrayNode) api.at("/components/schemas/" + schema + "/required");
  }

  private static ObjectNode parameter(JsonNode api) {
    return ((ArrayNode) paths(api).at("/~1api~1v1~1doctors/get/parameters")).addObject();
  }
}
