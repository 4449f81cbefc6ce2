package org.carelane.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carelane.apitesting.Conformance;
import org.carelane.apitesting.Exchange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An HTTP client for tests: sends requests as an app does, and returns the reply, whatever its
 * status. A reply that the service's description does not allow fails the test.
 *
 * @param headers sent with every request
 */
public record Api(URI base, Map<String, String> headers) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  public static Api at(URI base) {
    return new Api(base, Map.of());
  }

  public static Api at(int port) {
    return at(URI.create("http://localhost:" + port));
  }

  public Api with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Api(base, Map.copyOf(more));
  }

  public Api as(String accessToken) {
    return with("Authorization", "Bearer " + accessToken);
  }

  public Api withKey(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  /** A reply; its body is a missing node if it is not JSON. */
  public record Reply(int status, HttpHeaders headers, String raw, JsonNode body) {

    public String text(String field) {
      return body.path(field).asString("");
    }

    /** The last part of a problem's type; empty if it is none. */
    public String problem() {
      return text("type").replace("urn:carelane:problem:", "");
    }

    /** Status and problem, e.g. {@code 409 slot-taken}. */
    public String refused() {
      return status + " " + problem();
    }

    /** A field of every item of a page. */
    public List<String> each(String field) {
      return each("items", field);
    }

    /** A field of every item of a list. */
    public List<String> each(String list, String field) {
      return body.path(list).valueStream().map(it -> it.path(field).asString("")).toList();
    }

    /** A list of texts. */
    public List<String> texts(String field) {
      return body.path(field).valueStream().map(JsonNode::asString).toList();
    }

    public @Nullable String nextCursor() {
      return body.path("nextCursor").asString(null);
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  public Reply get(String path) {
    return send("GET", path, null);
  }

  public Reply post(String path) {
    return send("POST", path, null);
  }

  public Reply post(String path, Object body) {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  public Reply patch(String path, Object body) {
    return send("PATCH", path, JSON.writeValueAsString(body));
  }

  /** Sends a body as it is: JSON unless another Content-Type was set. */
  public Reply send(String method, String path, @Nullable String body) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      Conformance.check(
          new Exchange(
              method, path, response.statusCode(), response.headers().map(), response.body()));
      return new Reply(
          response.statusCode(), response.headers(), response.body(), json(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank()
          ? MissingNode.getInstance()
          : Objects.requireNonNullElse(JSON.readTree(body), MissingNode.getInstance());
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
