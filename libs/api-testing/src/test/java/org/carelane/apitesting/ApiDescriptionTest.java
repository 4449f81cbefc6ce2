package org.carelane.apitesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionTest {

  private final ApiDescription description =
      new ApiDescription(
          JsonMapper.shared()
              .readTree(
                  """
                  {"openapi": "3.1.0",
                   "paths": {
                     "/api/v1/slots/{id}": {
                       "get": {"responses": {
                         "200": {
                           "description": "The slot",
                           "headers": {"ETag": {"required": true}},
                           "content": {"application/json": {
                             "schema": {"$ref": "#/components/schemas/Slot"}}}},
                         "404": {"$ref": "#/components/responses/NotFound"}}},
                       "delete": {"responses": {"204": {"description": "Gone"}}}}},
                   "components": {
                     "responses": {"NotFound": {"content": {"application/problem+json": {
                       "schema": {"allOf": [
                         {"$ref": "#/components/schemas/Problem"},
                         {"properties": {"type": {"enum": ["urn:not-found"]}}}]}}}}},
                     "schemas": {
                       "Slot": {"type": "object", "required": ["id"], "properties": {
                         "id": {"type": "string"},
                         "startsAt": {"type": ["string", "null"], "format": "date-time"}}},
                       "Problem": {"type": "object", "required": ["type"], "properties": {
                         "type": {"type": "string"}}}}}}
                  """));

  @Test
  void allowsWhatIsDescribed() {
    assertThat(slot("{\"id\":\"a\",\"startsAt\":null}")).isEmpty();
    assertThat(slot("{\"id\":\"a\",\"startsAt\":\"2027-03-15T09:00:00Z\"}")).isEmpty();
    assertThat(problem("GET", 404, "{\"type\":\"urn:not-found\",\"more\":1}")).isEmpty();
    assertThat(deviations("DELETE", 204, Map.of(), "")).isEmpty();
  }

  @Test
  void missesARequiredMemberAndNoticesAnotherKindOfValue() {
    assertThat(slot("{}")).singleElement().asString().contains("id");
    assertThat(slot("{\"id\":1}")).singleElement().asString().contains("/id");
    assertThat(slot("{\"id\":\"a\",\"startsAt\":\"soon\"}")).isNotEmpty();
  }

  @Test
  void noticesAMemberThatIsNotDescribed() {
    assertThat(slot("{\"id\":\"a\",\"more\":1}")).singleElement().asString().contains("more");
  }

  @Test
  void noticesAStatusATypeOfContentAProblemAndAHeader() {
    assertThat(problem("GET", 409, "{\"type\":\"urn:not-found\"}")).isNotEmpty();
    assertThat(problem("GET", 404, "{\"type\":\"urn:other\"}")).isNotEmpty();
    assertThat(
            deviations(
                "GET",
                200,
                Map.of("Content-Type", List.of("text/html"), "ETag", List.of("1")),
                "x"))
        .isNotEmpty();
    assertThat(
            deviations(
                "GET", 200, Map.of("content-type", List.of("application/json")), "{\"id\":\"a\"}"))
        .singleElement()
        .asString()
        .contains("ETag");
    assertThat(deviations("DELETE", 204, Map.of(), "x")).isNotEmpty();
  }

  @Test
  void noticesAnOperationThatIsNotDescribed() {
    assertThat(deviations("PUT", 200, Map.of(), "")).isNotEmpty();
    assertThat(problem("PUT", 405, "{\"type\":\"urn:method-not-allowed\"}")).isEmpty();
  }

  private List<String> slot(String body) {
    var headers =
        Map.of("Content-Type", List.of("application/json;charset=UTF-8"), "etag", List.of("1"));
    return deviations("GET", 200, headers, body);
  }

  private List<String> problem(String method, int status, String body) {
    return deviations(
        method, status, Map.of("Content-Type", List.of("application/problem+json")), body);
  }

  private List<String> deviations(
      String method, int status, Map<String, List<String>> headers, String body) {
    return description.deviations(
        new Exchange(method, "/api/v1/slots/a?x=1", status, headers, body));
  }
}
