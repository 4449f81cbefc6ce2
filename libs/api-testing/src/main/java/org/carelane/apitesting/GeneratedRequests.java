package org.carelane.apitesting;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests made of the description of an operation: most as it says, some with one thing wrong. */
final class GeneratedRequests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
  private static final List<String> NO_JSON =
      List.of("", "{", "null", "[]", "\"x\"", "1", "{\"a\":1,}", "[".repeat(2000), "\ufeff{}");
  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "PATCH", "DELETE");

  private final URI base;
  private final Map<String, String> tokens;
  private final Random random;
  private final GeneratedValues values;

  GeneratedRequests(URI base, Map<String, String> tokens, Random random, GeneratedValues values) {
    this.base = base;
    this.tokens = tokens;
    this.random = random;
    this.values = values;
  }

  /** What can be wrong with a request. */
  private enum Flaw {
    NONE,
    BODY,
    NO_JSON,
    CONTENT_TYPE,
    ACCEPT,
    TOKEN,
    KEY,
    PARAMETER,
    FURTHER_PARAMETER,
    METHOD
  }

  /**
   * @param path with its query
   */
  record Generated(HttpRequest request, String method, String path, @Nullable String body) {

    /** Empty without one. */
    String token() {
      return request.headers().firstValue("Authorization").orElse("").replace("Bearer ", "");
    }
  }

  Generated of(DescribedOperation operation) {
    var flaw = random.nextInt(100) < 60 ? Flaw.NONE : values.pick(List.of(Flaw.values()));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "X-Forwarded-For", "198.51.%d.%d".formatted(random.nextInt(256), random.nextInt(256)));
    var token = flaw == Flaw.TOKEN ? badToken() : token(operation);
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    if (flaw == Flaw.ACCEPT) {
      headers.put("Accept", values.pick(List.of("image/png", "text/html", "x", "*/*;q=0")));
    }
    var path = path(operation, flaw, headers);
    var body = body(operation.description(), flaw);
    if (body != null) {
      headers.put(
          "Content-Type",
          flaw == Flaw.CONTENT_TYPE
              ? values.pick(List.of("text/plain", "application/xml", "x", "application/json;x"))
              : "application/json");
    }
    var method = flaw == Flaw.METHOD ? values.pick(METHODS) : operation.method();
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return new Generated(request.build(), method, path, body);
  }

  /** Mostly of someone who may. */
  private String token(DescribedOperation operation) {
    var roles = operation.description().path("x-roles").valueStream().map(JsonNode::asString);
    var fitting = roles.filter(tokens::containsKey).map(tokens::get).toList();
    return fitting.isEmpty() || random.nextInt(5) == 0
        ? values.pick(List.copyOf(tokens.values()))
        : values.pick(fitting);
  }

  private @Nullable String badToken() {
    return values.pick(List.of("", "x", "a.b.c", "none")).equals("none") ? null : "a.b.c";
  }

  private @Nullable String body(JsonNode operation, Flaw flaw) {
    var schema = operation.at("/requestBody/content/application~1json/schema");
    if (schema.isMissingNode()) {
      return null;
    }
    var fitting = values.fitting("", schema);
    return switch (flaw) {
      case NO_JSON -> values.pick(NO_JSON);
      case BODY -> values.spoilt(fitting).toString();
      default -> fitting.toString();
    };
  }

  private String path(DescribedOperation operation, Flaw flaw, Map<String, String> headers) {
    var parameters = operation.description().path("parameters").valueStream().toList();
    var spoilt =
        flaw == Flaw.PARAMETER && !parameters.isEmpty()
            ? values.pick(parameters).path("name").asString()
            : "";
    List<String> query = new ArrayList<>();
    var path = operation.path();
    for (var parameter : parameters) {
      var name = parameter.path("name").asString();
      var schema = parameter.path("schema");
      var value = name.equals(spoilt) ? values.oddText() : value(operation, parameter, schema);
      switch (parameter.path("in").asString()) {
        case "path" -> path = path.replace("{" + name + "}", segment(value));
        case "query" -> {
          if (name.equals(spoilt)
              || parameter.path("required").asBoolean(false)
              || random.nextInt(3) == 0) {
            query.add(name + "=" + encoded(value));
          }
        }
        default -> addHeader(name, parameter, flaw, headers);
      }
    }
    if (flaw == Flaw.FURTHER_PARAMETER) {
      query.add(furtherName() + "=" + encoded(values.oddText()));
    }
    return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private String furtherName() {
    return random.nextBoolean()
        ? "notDescribed"
        : encoded(
            values.pick(List.of("", " ", "\t", "\u0000", "\u001f", "a\u0085b", "\ud8bf\udcf2")));
  }

  private void addHeader(String name, JsonNode parameter, Flaw flaw, Map<String, String> headers) {
    if (flaw == Flaw.KEY) {
      if (random.nextBoolean()) {
        headers.put(name, values.pick(List.of("", "a b", "z".repeat(300), "\u00e9")));
      }
    } else if (parameter.path("required").asBoolean(false) || random.nextBoolean()) {
      headers.put(name, "key-" + random.nextInt(5000));
    }
  }

  private String value(DescribedOperation operation, JsonNode parameter, JsonNode schema) {
    var name = parameter.path("name").asString();
    if (parameter.path("in").asString().equals("path") && random.nextInt(6) > 0) {
      var seen = values.seen(name.equals("id") ? collection(operation, name) + "id" : name);
      if (seen != null) {
        return seen;
      }
    }
    var fitting = values.fitting(name, schema);
    return fitting.isArray() ? fitting.path(0).asString("") : fitting.asString();
  }

  /** The word before the variable. */
  private static String collection(DescribedOperation operation, String variable) {
    var before = operation.path().split("/\\{" + variable + "}", 2)[0];
    return SeenValues.singular(before.substring(before.lastIndexOf('/') + 1));
  }

  static String collection(DescribedOperation operation) {
    var words = VARIABLE.matcher(operation.path()).replaceAll("").split("/+");
    return words[words.length - 1];
  }

  private static String segment(String value) {
    return value.isEmpty() ? "%20" : encoded(value);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
