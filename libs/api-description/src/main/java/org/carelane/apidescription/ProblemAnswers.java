package org.carelane.apidescription;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carelane.rest.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/**
 * Every answer an operation can give. What it refuses is a problem, of the types its annotations
 * name and of those that every operation like it can answer.
 */
class ProblemAnswers {

  static final String SCHEMA = "Problem";

  private static final String PROBLEM = "application/problem+json";
  private static final Set<String> SAY_WHEN_AGAIN = Set.of("429", "503");
  private static final Set<String> WITH_LOCATION = Set.of("201", "202");

  private final Components components;

  ProblemAnswers(Components components) {
    this.components = components;
  }

  /** RFC 9457. Some types have members of their own. */
  static Schema<?> schema() {
    var error =
        new ObjectSchema()
            .addProperty("field", text("Which member or parameter", "reason"))
            .addProperty(
                "message",
                text("What is wrong with it, for people", "must have 1000 characters or fewer"))
            .required(List.of("field", "message"));
    var errors =
        new ArraySchema()
            .items(error)
            .description("With invalid-request: each value refused")
            .example(
                List.of(
                    new TreeMap<>(
                        Map.of(
                            "field", "reason", "message", "must have 1000 characters or fewer"))));
    var status = new IntegerSchema().format("int32").description("As the answer's").example(400);
    return new ObjectSchema()
        .description("Why a request was refused (RFC 9457). Tell them apart by their type.")
        .addProperty(
            "type",
            text("Stable, for programs", ProblemTypes.URN + "invalid-request").format("uri"))
        .addProperty("title", text("The type in words", "Invalid request"))
        .addProperty("status", status)
        .addProperty("detail", text("What happened, for people", "A value is not allowed."))
        .addProperty("instance", text("The path that was asked for", "/api/v1/appointments"))
        .addProperty("errors", errors)
        .required(List.of("type", "title", "status", "detail"));
  }

  void addTo(Operation operation, String path, HandlerMethod handler, boolean needsRole) {
    var all = new TreeMap<String, ApiResponse>();
    var said = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
    said.forEach(
        (status, answer) -> {
          if (isSuccess(status)) {
            all.put(status, success(status, answer, handler));
          }
        });
    conventional(operation, path, needsRole)
        .forEach((status, types) -> all.put(status, shared(status, types)));
    said.forEach(
        (status, answer) -> {
          if (!isSuccess(status)) {
            Set<String> types = new TreeSet<>(ProblemTypes.in(answer.getDescription()));
            types.addAll(conventional(operation, path, needsRole).getOrDefault(status, Set.of()));
            var saysNoMore = ProblemTypes.isList(answer.getDescription());
            all.put(
                status,
                saysNoMore
                    ? shared(status, types)
                    : problem(status, answer.getDescription(), types, answer.getHeaders()));
          }
        });
    var ordered = new ApiResponses();
    all.forEach(ordered::addApiResponse);
    operation.setResponses(ordered);
  }

  private static boolean isSuccess(String status) {
    return status.startsWith("2") || status.startsWith("3");
  }

  private static ApiResponse success(String status, ApiResponse answer, HandlerMethod handler) {
    var content = answer.getContent();
    if (content != null && content.containsKey("*/*")) {
      content.addMediaType("application/json", content.remove("*/*"));
    }
    if (answer.getDescription() == null || answer.getDescription().equals("OK")) {
      answer.setDescription("Done");
    }
    if (WITH_LOCATION.contains(status)
        && handler.getMethod().getReturnType() == ResponseEntity.class) {
      answer.addHeaderObject(
          "Location",
          new Header()
              .required(true)
              .description("Where to look for it")
              .schema(new StringSchema().format("uri-reference")));
    }
    return answer;
  }

  private static Map<String, Set<String>> conventional(
      Operation operation, String path, boolean needsRole) {
    var hasBody = operation.getRequestBody() != null;
    var types = new LinkedHashMap<String, Set<String>>();
    var invalid = new TreeSet<>(Set.of("invalid-request"));
    if (hasBody) {
      invalid.add("malformed-json");
      types.put("408", Set.of("request-timeout"));
      types.put("413", Set.of("content-too-large"));
      types.put("415", Set.of("unsupported-media-type"));
    }
    if (demandsKey(operation)) {
      invalid.add("idempotency-key-required");
    }
    types.put("400", invalid);
    types.put("401", Set.of("unauthenticated"));
    types.put("403", new TreeSet<>(Set.of("foreign-origin")));
    if (needsRole) {
      types.get("403").add("forbidden");
    }
    if (path.contains("{")) {
      types.put("404", Set.of("not-found"));
    }
    types.put("406", Set.of("not-acceptable"));
    types.put("429", Set.of("too-many-requests"));
    types.put("500", Set.of("internal-error"));
    types.put("503", Set.of("service-unavailable"));
    return types;
  }

  private static boolean demandsKey(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(
                it ->
                    IdempotencyKey.HEADER.equals(it.getName())
                        && Boolean.TRUE.equals(it.getRequired()));
  }

  /** An answer that many operations give, told once. */
  private ApiResponse shared(String status, Set<String> types) {
    var name = types.stream().map(ProblemAnswers::camelCase).collect(Collectors.joining("Or"));
    if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
      components.addResponses(name, problem(status, Sentences.about(types), types, null));
    }
    return new ApiResponse().$ref("#/components/responses/" + name);
  }

  private static ApiResponse problem(
      String status, String description, Set<String> types, @Nullable Map<String, Header> headers) {
    var schema = types.isEmpty() ? anyProblem() : problemOf(types);
    var answer =
        new ApiResponse()
            .description(description)
            .content(
                new Content()
                    .addMediaType(
                        PROBLEM, withExamples(new MediaType().schema(schema), status, types)));
    if (headers != null) {
      answer.setHeaders(new LinkedHashMap<>(headers));
    }
    if (SAY_WHEN_AGAIN.contains(status) || description.contains("Retry-After")) {
      answer.addHeaderObject("Retry-After", retryAfter(SAY_WHEN_AGAIN.contains(status)));
    }
    if (status.equals("401")) {
      answer.addHeaderObject(
          "WWW-Authenticate",
          new Header().description("With unauthenticated").schema(new StringSchema()));
    }
    return answer;
  }

  private static Schema<?> anyProblem() {
    return new Schema<>().$ref("#/components/schemas/" + SCHEMA);
  }

  private static Schema<?> problemOf(Set<String> types) {
    var type = new Schema<>();
    types.forEach(it -> type.addEnumItemObject(ProblemTypes.URN + it));
    return new Schema<>()
        .allOf(List.of(anyProblem(), new ObjectSchema().addProperty("type", type)));
  }

  private static MediaType withExamples(MediaType content, String status, Set<String> types) {
    for (var type : types) {
      var title = Character.toUpperCase(type.charAt(0)) + type.substring(1).replace('-', ' ');
      var problem = new LinkedHashMap<String, Object>();
      problem.put("type", ProblemTypes.URN + type);
      problem.put("title", title);
      problem.put("status", Integer.valueOf(status));
      problem.put("detail", title + ".");
      content.addExamples(type, new Example().value(problem));
    }
    return content;
  }

  private static Header retryAfter(boolean always) {
    return new Header()
        .required(always ? Boolean.TRUE : null)
        .description("Seconds to wait before the request is sent again")
        .schema(new IntegerSchema().format(null).minimum(BigDecimal.ONE));
  }

  private static Schema<?> text(String description, String example) {
    return new StringSchema().description(description).example(example);
  }

  private static String camelCase(String type) {
    return Arrays.stream(type.split("-"))
        .map(it -> Character.toUpperCase(it.charAt(0)) + it.substring(1))
        .collect(Collectors.joining());
  }
}
