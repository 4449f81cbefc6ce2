package org.carelane.chat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as an app does. */
final class Api {

  private static final JsonMapper JSON = JsonMapper.shared();
  private final RestClient http;

  Api(int port) {
    http = RestClient.create("http://localhost:" + port);
  }

  record Reply(int status, JsonNode body) {

    String text(String field) {
      return body.path(field).asString("");
    }

    String problem() {
      return text("type").replace("urn:carelane:problem:", "");
    }

    List<String> each(String field) {
      return body.path("items").valueStream().map(it -> it.path(field).asString()).toList();
    }

    @Nullable String nextCursor() {
      return body.path("nextCursor").asString(null);
    }
  }

  Reply get(@Nullable String token, String path) {
    return exchange(HttpMethod.GET, token, path, null, _ -> {});
  }

  Reply post(@Nullable String token, String path, Object body) {
    return exchange(HttpMethod.POST, token, path, JSON.writeValueAsString(body), _ -> {});
  }

  Reply postJson(@Nullable String token, String path, String json) {
    return exchange(HttpMethod.POST, token, path, json, _ -> {});
  }

  Reply say(String token, Pair pair, String text) {
    return post(token, pair.path() + "/messages", Map.of("text", text));
  }

  Reply say(String token, Pair pair, String text, String idempotencyKey) {
    return exchange(
        HttpMethod.POST,
        token,
        pair.path() + "/messages",
        JSON.writeValueAsString(Map.of("text", text)),
        headers -> headers.set("Idempotency-Key", idempotencyKey));
  }

  private Reply exchange(
      HttpMethod method,
      @Nullable String token,
      String path,
      @Nullable String body,
      Consumer<HttpHeaders> more) {
    var request = http.method(method).uri(path).headers(more);
    if (token != null) {
      request.headers(headers -> headers.setBearerAuth(token));
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    return request.exchange(
        (_, response) ->
            new Reply(
                response.getStatusCode().value(),
                JSON.readTree(response.getBody().readAllBytes())));
  }
}
