package org.carelane.auth;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as the gateway does for one client: with the client's address. */
record Api(int port, String address, @Nullable String token, @Nullable String idempotencyKey) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The JDK's client, because Apache's waits and tries again when it is refused with 429. */
  private static final RestClient HTTP =
      RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).build();

  /** A client from somewhere else than all others. */
  static Api at(int port) {
    var random = ThreadLocalRandom.current();
    var address =
        "198.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    return new Api(port, address, null, null);
  }

  Api fromElsewhere() {
    return at(port).as(token);
  }

  Api as(@Nullable String accessToken) {
    return new Api(port, address, accessToken, idempotencyKey);
  }

  Api withKey(String key) {
    return new Api(port, address, token, key);
  }

  record Reply(int status, HttpHeaders headers, JsonNode body) {

    String text(String field) {
      return body.path(field).asString("");
    }

    String problem() {
      return text("type").replace("urn:carelane:problem:", "");
    }

    String refused() {
      return status + " " + problem();
    }

    List<String> each(String field) {
      return body.path("items").valueStream().map(it -> it.path(field).asString()).toList();
    }

    List<String> texts(String field) {
      return body.path(field).valueStream().map(JsonNode::asString).toList();
    }
  }

  Reply register(String email, String password, String name) {
    return post(
        "/api/v1/auth/register", Map.of("email", email, "password", password, "name", name));
  }

  Reply login(String email, String password) {
    return post("/api/v1/auth/login", Map.of("email", email, "password", password));
  }

  Reply refresh(String refreshToken) {
    return post("/api/v1/auth/refresh", Map.of("refreshToken", refreshToken));
  }

  Reply logout(String refreshToken) {
    return post("/api/v1/auth/logout", Map.of("refreshToken", refreshToken));
  }

  Reply me() {
    return get("/api/v1/auth/me");
  }

  Reply get(String path) {
    return exchange(HttpMethod.GET, path, null);
  }

  Reply post(String path, Object body) {
    return postJson(path, JSON.writeValueAsString(body));
  }

  Reply postJson(String path, String json) {
    return exchange(HttpMethod.POST, path, json);
  }

  private Reply exchange(HttpMethod method, String path, @Nullable String body) {
    var request =
        HTTP.method(method)
            .uri("http://localhost:" + port + path)
            .header("X-Forwarded-For", address);
    if (token != null) {
      request.headers(headers -> headers.setBearerAuth(token));
    }
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    return request.exchange(
        (_, response) ->
            new Reply(
                response.getStatusCode().value(),
                response.getHeaders(),
                JSON.readTree(response.getBody().readAllBytes())));
  }
}
