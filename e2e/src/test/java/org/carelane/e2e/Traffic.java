package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carelane.e2e.People.Person;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Some people who book, read, sign in and write to each other all the time, each request once. What
 * became of each is noted.
 */
final class Traffic implements AutoCloseable {

  private static final int PATIENTS = 4;

  /**
   * One request.
   *
   * @param outcome the status, or what went wrong on the way
   */
  record Call(String what, Instant begun, Instant ended, String outcome) {

    /** A refusal would be an answer, but there is nothing to refuse here. */
    boolean failed() {
      return !outcome.startsWith("2");
    }

    boolean wasInFlightAt(Instant moment) {
      return !begun.isAfter(moment) && !ended.isBefore(moment);
    }
  }

  private final Gateways gateways;
  private final Clinic clinic = Clinic.open(14, 10);
  private final Queue<String> slots = new ConcurrentLinkedQueue<>(clinic.freeSlots());
  private final List<Person> patients = Stream.generate(People::patient).limit(PATIENTS).toList();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Queue<Booking> bookings = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> unanswered = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService people = Executors.newScheduledThreadPool(24);
  private final String conversation;

  Traffic(Gateways gateways) {
    this.gateways = gateways;
    var writer = patients.getFirst();
    bookings.add(Booking.of(writer, slots.remove(), "card_ok").awaitStatus("CONFIRMED"));
    conversation = openConversation(writer);
    for (int i = 0; i < PATIENTS; i++) {
      var patient = patients.get(i);
      every(2_500, i, () -> book(patient));
      every(500, i, () -> call("doctors", patient, it -> it.get("/api/v1/doctors?limit=5")));
      every(1_100, i, () -> call("inbox", patient, it -> it.get("/api/v1/notifications")));
      every(1_000, i, () -> call("messages", patient, it -> it.get("/api/v1/conversations")));
    }
    every(300, 0, () -> call("payment", writer, it -> it.get(payment())));
    every(1_500, 0, () -> call("sign-in", writer, it -> signIn(it, writer)));
    every(700, 0, () -> call("message", writer, this::write));
    every(400, 0, () -> call("account", writer, it -> it.get("/api/v1/auth/me")));
  }

  private String openConversation(Person patient) {
    return await("a conversation")
        .atMost(Booking.PATIENCE)
        .until(() -> patient.api().get("/api/v1/conversations").each("id"), it -> !it.isEmpty())
        .getFirst();
  }

  private void every(int millis, int number, Runnable request) {
    people.scheduleAtFixedRate(
        request, (long) number * millis / PATIENTS, millis, TimeUnit.MILLISECONDS);
  }

  private void book(Person patient) {
    var slot = slots.remove();
    var key = UUID.randomUUID().toString();
    Function<Api, Reply> request =
        it -> it.withKey(key).post(Booking.APPOINTMENTS, Booking.wish(slot, "card_ok"));
    if (!begin(patient, slot, call("booking", patient, request))) {
      unanswered.add(() -> assertThat(begin(patient, slot, request.apply(patient.api()))).isTrue());
    }
  }

  private boolean begin(Person patient, String slot, @Nullable Reply reply) {
    if (reply == null || reply.status() != 202) {
      return false;
    }
    return bookings.add(new Booking(patient, slot, reply.text("id")));
  }

  private String payment() {
    return "/api/v1/payments/" + bookings.peek().id();
  }

  private static Reply signIn(Api api, Person person) {
    return new Api(api.base(), Map.of())
        .post("/api/v1/auth/login", Map.of("email", person.email(), "password", People.PASSWORD));
  }

  private Reply write(Api api) {
    return api.post("/api/v1/conversations/" + conversation + "/messages", Map.of("text", "Hello"));
  }

  private @Nullable Reply call(String what, Person person, Function<Api, Reply> request) {
    var api = gateways.of(person.api());
    var begun = Instant.now();
    try {
      var reply = request.apply(api);
      calls.add(new Call(what, begun, Instant.now(), reply.refused()));
      return reply;
    } catch (RuntimeException lost) {
      calls.add(new Call(what, begun, Instant.now(), String.valueOf(lost.getCause())));
      return null;
    }
  }

  /** What failed of all that was begun since. */
  List<Call> failedSince(Instant moment) {
    return calls.stream().filter(it -> it.failed() && !it.ended().isBefore(moment)).toList();
  }

  long inFlightAt(Instant moment) {
    return calls.stream().filter(it -> it.wasInFlightAt(moment)).count();
  }

  int count() {
    return calls.size();
  }

  /** How long the slowest request took of those begun since. */
  Duration slowestSince(Instant moment) {
    return calls.stream()
        .filter(it -> it.begun().isAfter(moment))
        .map(it -> Duration.between(it.begun(), it.ended()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Ends the traffic; whose booking had no answer asks again with the same key. */
  List<Booking> end() {
    close();
    unanswered.forEach(Runnable::run);
    return new ArrayList<>(bookings);
  }

  /** A booking of its own, besides the traffic. */
  Booking bookNow() {
    return Booking.of(patients.getLast(), slots.remove(), "card_ok");
  }

  @Override
  public void close() {
    people.shutdown();
    try {
      assertThat(people.awaitTermination(70, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
