package org.carelane.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as an app does. */
public final class Api {

  private static final JsonMapper JSON = JsonMapper.shared();
  private final RestClient http;

  public Api(int port) {
    http = RestClient.create("http://localhost:" + port);
  }

  public record Reply(int status, JsonNode body) {

    public String problem() {
      return body.path("type").asString("").replace("urn:carelane:problem:", "");
    }

    public List<String> each(String field) {
      return body.path("items").valueStream().map(it -> it.path(field).asString("")).toList();
    }

    public @Nullable String nextCursor() {
      return body.path("nextCursor").asString(null);
    }
  }

  public Reply get(@Nullable String token, String path) {
    return exchange(HttpMethod.GET, token, path);
  }

  public Reply post(@Nullable String token, String path) {
    return exchange(HttpMethod.POST, token, path);
  }

  private Reply exchange(HttpMethod method, @Nullable String token, String path) {
    var request = http.method(method).uri(path);
    if (token != null) {
      request.headers(headers -> headers.setBearerAuth(token));
    }
    return request.exchange(
        (_, response) ->
            new Reply(
                response.getStatusCode().value(),
                JSON.readTree(response.getBody().readAllBytes())));
  }
}
