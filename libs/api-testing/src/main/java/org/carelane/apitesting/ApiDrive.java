package org.carelane.apitesting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drives every operation of a description with generated requests, and compares each answer with
 * it. {@code -Dapi.requests} says how many, {@code -Dapi.seed} repeats a run.
 */
public final class ApiDrive {

  private static final Logger log = LoggerFactory.getLogger(ApiDrive.class);
  private static final int REQUESTS = Integer.getInteger("api.requests", 2_200);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ApiDescription description;
  private final List<DescribedOperation> operations;
  private final Random random;
  private final long seed;
  private final SeenValues seen = new SeenValues();
  private final Map<String, String> tokens;
  private Supplier<Map<String, String>> signIn = Map::of;
  private final GeneratedRequests requests;

  /**
   * @param tokens of callers, by their roles
   */
  public ApiDrive(URI base, PublishedApi api, Map<String, String> tokens) {
    var document = api.document();
    this.description = new ApiDescription(document);
    this.operations =
        DescribedOperation.all(document).stream()
            .filter(it -> !it.description().toString().contains("text/event-stream"))
            .toList();
    this.seed = Long.getLong("api.seed", System.nanoTime());
    this.random = new Random(seed);
    this.tokens = new HashMap<>(tokens);
    this.requests =
        new GeneratedRequests(
            base, this.tokens, random, new GeneratedValues(document, random, seen));
  }

  /** Something the requests may name: the id of what a test has made, say. */
  public ApiDrive knowing(String name, String value) {
    seen.add(name, value);
    return this;
  }

  /**
   * Where a request may end the session of its caller: how to come by tokens again, else all that
   * follows is 401.
   */
  public ApiDrive signingInAgain(Supplier<Map<String, String>> signIn) {
    this.signIn = signIn;
    return this;
  }

  /** Sends them all. */
  public Report run() {
    var report = new Report(seed, new TreeMap<>(), new TreeMap<>());
    for (int i = 0; i < REQUESTS; i++) {
      send(operations.get(i % operations.size()), report);
    }
    return report;
  }

  private void send(DescribedOperation operation, Report report) {
    var generated = requests.of(operation);
    try {
      var answer = HTTP.send(generated.request(), BodyHandlers.ofString());
      var exchange =
          new Exchange(
              generated.method(),
              generated.path(),
              answer.statusCode(),
              answer.headers().map(),
              answer.body());
      Consumer<String> note =
          deviation -> report.note(deviation, exchange + " for " + generated.body());
      description.deviations(exchange).forEach(note);
      if (answer.statusCode() >= 500) {
        note.accept(operation + " fails with " + answer.statusCode());
      }
      report.count(operation, answer.statusCode());
      remember(operation, answer.statusCode(), answer.body());
      if (answer.statusCode() == 401 && tokens.containsValue(generated.token())) {
        tokens.putAll(signIn.get());
      }
    } catch (IOException e) {
      report.note(operation + " gives no answer: " + e, generated.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void remember(DescribedOperation operation, int status, String body) {
    if (status >= 300 || body.isBlank()) {
      return;
    }
    try {
      seen.remember(GeneratedRequests.collection(operation), JsonMapper.shared().readTree(body));
    } catch (JacksonException e) {
      // is among the deviations.
    }
  }

  /**
   * @param deviations each with a request it was seen at
   * @param answers how often each operation gave each status
   */
  public record Report(
      long seed,
      TreeMap<String, String> deviations,
      TreeMap<String, TreeMap<Integer, Integer>> answers) {

    private void note(String deviation, String request) {
      var brief = deviation.length() > 300 ? deviation.substring(0, 300) : deviation;
      deviations.putIfAbsent(brief, request.length() > 500 ? request.substring(0, 500) : request);
    }

    private void count(DescribedOperation operation, int status) {
      answers
          .computeIfAbsent(operation.toString(), _ -> new TreeMap<>())
          .merge(status, 1, Integer::sum);
    }

    /**
     * @throws AssertionError naming every deviation, and how to send the same again
     */
    public void assertAsDescribed() {
      log.info("{}", this);
      if (!deviations.isEmpty()) {
        throw new AssertionError(toString());
      }
    }

    public int sent() {
      return answers.values().stream().flatMap(it -> it.values().stream()).mapToInt(it -> it).sum();
    }

    @Override
    public String toString() {
      var text =
          new StringBuilder(
              "%d requests, %d deviations, -Dapi.seed=%d\n"
                  .formatted(sent(), deviations.size(), seed));
      answers.forEach((operation, statuses) -> text.append(operation + " " + statuses + "\n"));
      deviations.forEach((what, request) -> text.append("! " + what + "\n  at " + request + "\n"));
      return text.toString();
    }
  }
}
