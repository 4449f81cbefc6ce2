package org.carelane.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens many streams of one patient's notifications through the gateway, waits, and books: how long
 * until all have heard of it, and what the processes take while nothing comes. {@code
 * docs/performance.md} has the command.
 */
final class StreamMeasurement {

  private static final String STREAM = Settings.GATEWAY + "/api/v1/notifications/stream";
  private static final int STREAMS = Integer.getInteger("streams", 1000);
  private static final int BOOKINGS = Integer.getInteger("bookings", 5);
  private static final int OPENING_AT_ONCE = 20;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConcurrentLinkedQueue<Duration> delays = new ConcurrentLinkedQueue<>();
  private final Semaphore opening = new Semaphore(OPENING_AT_ONCE);
  private final CountDownLatch ready = new CountDownLatch(STREAMS);
  private final Semaphore ended = new Semaphore(0);

  private StreamMeasurement() {}

  public static void main(String[] args) throws Exception {
    new StreamMeasurement().run();
    System.exit(0);
  }

  private void run() throws Exception {
    var clinic = Clinic.open(BOOKINGS, 1);
    var patient = clinic.patients().getFirst();
    var slots = clinic.freeSlots();
    var began = Instant.now();
    for (int i = 0; i < STREAMS; i++) {
      opening.acquire();
      open(patient);
    }
    if (!ready.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException(ready.getCount() + " streams did not open");
    }
    System.out.printf(
        "%,d streams open after %d ms%n",
        STREAMS, Duration.between(began, Instant.now()).toMillis());
    Thread.sleep(Duration.ofSeconds(10));
    var idle = new Cost();
    Thread.sleep(Duration.ofSeconds(Settings.SECONDS));
    System.out.printf("Processor time in each second of %d without events:%n", Settings.SECONDS);
    System.out.println(idle.table(Settings.SECONDS));
    List<Duration> all = new ArrayList<>();
    for (int i = 0; i < BOOKINGS; i++) {
      delays.clear();
      book(patient, slots.get(i));
      var giveUp = Instant.now().plusSeconds(60);
      while (delays.size() < STREAMS && Instant.now().isBefore(giveUp)) {
        Thread.sleep(Duration.ofMillis(50));
      }
      all.addAll(delays);
      System.out.printf("%,d of %,d streams heard of booking %d%n", delays.size(), STREAMS, i + 1);
    }
    var sorted = all.stream().sorted().toList();
    System.out.printf(
        "From confirmed to heard: half within %d ms, 99 %% within %d ms, all within %d ms; %d"
            + " ended%n",
        sorted.get(sorted.size() / 2).toMillis(),
        sorted.get(sorted.size() * 99 / 100).toMillis(),
        sorted.getLast().toMillis(),
        ended.availablePermits());
  }

  private void open(String token) {
    var request =
        HttpRequest.newBuilder(URI.create(STREAM))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    http.sendAsync(
            request,
            answer -> {
              opening.release();
              if (answer.statusCode() == 200) {
                ready.countDown();
              } else {
                System.out.println("A stream was refused: " + answer.statusCode());
              }
              return BodyHandlers.fromLineSubscriber(new Listener()).apply(answer);
            })
        .whenComplete((_, _) -> ended.release());
  }

  private void book(String token, String slot) throws Exception {
    var wish = Map.of("slotId", slot, "mode", "VIDEO", "paymentMethod", "card_ok");
    var request =
        HttpRequest.newBuilder(URI.create(Settings.GATEWAY + "/api/v1/appointments"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(wish)))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** Notes how long after its confirmation an appointment is heard of. */
  private final class Listener implements Flow.Subscriber<String> {

    private boolean appointment;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.startsWith("event:")) {
        appointment = line.endsWith("appointment");
      } else if (appointment && line.startsWith("data:")) {
        var change = JSON.readTree(line.substring("data:".length()));
        var at = Instant.parse(change.path("occurredAt").asString());
        delays.add(Duration.between(at, Instant.now()));
      }
    }

    @Override
    public void onError(Throwable failure) {
      System.out.println("A stream broke: " + failure);
    }

    @Override
    public void onComplete() {}
  }
}
