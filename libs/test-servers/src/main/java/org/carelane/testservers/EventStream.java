package org.carelane.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of server-sent events: keeps what it heard, until it is closed or the server ends. */
public final class EventStream implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Patience.DEFAULT;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final HttpResponse<InputStream> response;
  private volatile boolean ended;

  /** One event; its content is JSON. */
  public record Event(String id, String name, JsonNode content) {}

  /** Opens a stream, whatever its status. */
  public static EventStream open(URI address, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    request.header("Accept", "text/event-stream");
    headers.forEach(request::header);
    try {
      return new EventStream(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private EventStream(HttpResponse<InputStream> response) {
    this.response = response;
    if (status() == 200) {
      Thread.ofVirtual().start(this::read);
    }
  }

  public int status() {
    return response.statusCode();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  public List<Event> named(String name) {
    return events.stream().filter(it -> it.name().equals(name)).toList();
  }

  public Event await(String name) {
    return await(it -> it.name().equals(name));
  }

  public Event await(Predicate<Event> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> events.stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  public void awaitComment() {
    Awaitility.await().atMost(PATIENCE).until(() -> !comments.isEmpty());
  }

  public void awaitEnd() {
    Awaitility.await().atMost(PATIENCE).until(() -> ended);
  }

  public boolean hasEnded() {
    return ended;
  }

  public String lastId() {
    return events.getLast().id();
  }

  private void read() {
    try (Stream<String> lines =
        new BufferedReader(new InputStreamReader(response.body(), UTF_8)).lines()) {
      var id = new StringBuilder();
      var name = new StringBuilder();
      var data = new StringBuilder();
      lines.forEach(
          line -> {
            if (line.startsWith("id:")) {
              id.replace(0, id.length(), line.substring(3).strip());
            } else if (line.startsWith("event:")) {
              name.replace(0, name.length(), line.substring(6).strip());
            } else if (line.startsWith("data:")) {
              data.append(line.substring(5));
            } else if (line.startsWith(":")) {
              comments.add(line);
            } else if (line.isEmpty() && !data.isEmpty()) {
              events.add(new Event(id.toString(), name.toString(), JSON.readTree(data.toString())));
              data.setLength(0);
              name.setLength(0);
            }
          });
    } catch (UncheckedIOException e) {
      // closed by one of both
    } finally {
      ended = true;
    }
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
