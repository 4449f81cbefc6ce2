package org.carelane.apitesting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says whether an answer is one that a description allows. */
public final class ApiDescription {

  private static final Set<String> WITHOUT_OPERATIONS = Set.of("HEAD", "OPTIONS", "TRACE");
  private static final String PROBLEM = "application/problem+json";

  private final JsonNode document;
  private final List<Route> routes;
  private final Map<String, BodySchema> schemas = new ConcurrentHashMap<>();

  public ApiDescription(JsonNode document) {
    this.document = document;
    this.routes =
        DescribedOperation.all(document).stream().map(it -> new Route(it, it.pattern())).toList();
  }

  private record Route(DescribedOperation operation, Pattern path) {}

  JsonNode document() {
    return document;
  }

  /** The operation that answers, as {@code GET /api/v1/doctors/{id}}; empty if there is none. */
  public Optional<String> operationOf(Exchange exchange) {
    return find(exchange).map(DescribedOperation::toString);
  }

  /** What the description does not allow about an answer; empty when it is as described. */
  public List<String> deviations(Exchange exchange) {
    if (WITHOUT_OPERATIONS.contains(exchange.method())) {
      return List.of();
    }
    return find(exchange)
        .map(operation -> deviations(operation, exchange))
        .orElseGet(() -> ofUndescribed(exchange));
  }

  private Optional<DescribedOperation> find(Exchange exchange) {
    return routes.stream()
        .filter(it -> it.operation().method().equals(exchange.method()))
        .filter(it -> it.path().matcher(exchange.pathOnly()).matches())
        .map(Route::operation)
        .findFirst();
  }

  /** Where nothing is described there is nothing but a problem that says so. */
  private static List<String> ofUndescribed(Exchange exchange) {
    return exchange.status() >= 400 && exchange.contentType().equals(PROBLEM)
        ? List.of()
        : List.of(exchange + " is of no operation that is described");
  }

  private List<String> deviations(DescribedOperation operation, Exchange exchange) {
    var status = String.valueOf(exchange.status());
    var answer = resolve(operation.description().path("responses").path(status));
    if (answer.isMissingNode()) {
      return List.of(operation + " is described without status " + status + ": " + exchange.body());
    }
    var where = operation + " " + status + ": ";
    var missing =
        answer
            .path("headers")
            .propertyStream()
            .filter(it -> it.getValue().path("required").asBoolean(false))
            .map(Map.Entry::getKey)
            .filter(it -> exchange.header(it).isEmpty())
            .map(it -> where + "no header " + it);
    return Stream.concat(missing, ofBody(operation, answer, exchange).stream().map(where::concat))
        .toList();
  }

  private List<String> ofBody(DescribedOperation operation, JsonNode answer, Exchange exchange) {
    var content = answer.path("content");
    var type = exchange.contentType();
    if (content.isEmpty()) {
      return exchange.body().isEmpty() ? List.of() : List.of("a body, and none is described");
    }
    if (!content.has(type)) {
      return List.of("content type '%s' is not described".formatted(type));
    }
    if (!type.endsWith("json")) {
      return List.of();
    }
    var schema =
        schemas.computeIfAbsent(
            operation + " " + exchange.status() + " " + type,
            _ -> BodySchema.of(document, content.path(type).path("schema")));
    return schema.complaints(exchange.body());
  }

  private JsonNode resolve(JsonNode node) {
    var ref = node.path("$ref").asString("");
    return ref.isEmpty() ? node : document.at(ref.substring(1));
  }
}
