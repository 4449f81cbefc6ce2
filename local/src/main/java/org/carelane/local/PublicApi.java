package org.carelane.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carelane's API as any client uses it, through the gateway. */
final class PublicApi implements AutoCloseable {

  record Answer(int status, JsonNode body) {

    Answer orFail(String what) {
      if (status >= 300) {
        throw new FleetException("%s: the gateway answers %d %s".formatted(what, status, body));
      }
      return this;
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int REPETITIONS = 10;
  private static final Duration BEFORE_REPETITION = Duration.ofSeconds(1);

  private final URI gateway;
  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient client = HttpClient.newHttpClient();

  PublicApi(URI gateway) {
    this.gateway = gateway;
  }

  /** The access token, or null where the account is unknown or has another password. */
  @Nullable String login(DemoAccounts.Account account) {
    var credentials = Map.of("email", account.email(), "password", account.password());
    var answer = post("/auth/login", null, null, credentials);
    return answer.status() == 200 ? answer.body().path("accessToken").asString() : null;
  }

  Answer get(String path, @Nullable String token) {
    return send(request(path, token).GET());
  }

  Answer post(String path, @Nullable String token, @Nullable String idempotencyKey, Object body) {
    var request =
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path, @Nullable String token) {
    var request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path)).timeout(PATIENCE);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Repeats a request that got 503: a circuit breaker may be open for a while. */
  private Answer send(HttpRequest.Builder request) {
    var answer = sendOnce(request.build());
    for (int again = 0; again < REPETITIONS && answer.status() == 503; again++) {
      Pause.of(BEFORE_REPETITION);
      answer = sendOnce(request.build());
    }
    return answer;
  }

  private Answer sendOnce(HttpRequest request) {
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      var text = answer.body();
      var body = text.startsWith("{") ? json.readTree(text) : json.createObjectNode();
      return new Answer(answer.statusCode(), body);
    } catch (IOException e) {
      throw new FleetException("the gateway does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FleetException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
