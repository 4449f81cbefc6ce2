package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carelane.e2e.People.Person;
import org.carelane.local.Fleet;
import org.carelane.testservers.Api;
import org.carelane.testservers.EventStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/** Streams through the gateway, from two instances. */
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
class NotificationStreamTest {

  private static final String FIRST = "notification-service";
  private static final String SECOND = "notification-service-2";
  private static final String STREAM = "/api/v1/notifications/stream";

  private static final Fleet TWO = RunningFleet.twoOfEach();
  private final List<EventStream> opened = new ArrayList<>();
  private final Person patient = People.patient();
  private final String session;
  private final String refreshToken;

  NotificationStreamTest() {
    var signedIn = People.login(patient.email(), People.PASSWORD);
    session = signedIn.text("accessToken");
    refreshToken = signedIn.text("refreshToken");
  }

  @BeforeEach
  void startTheSecond() {
    TWO.start(SECOND);
  }

  @AfterEach
  void closeStreams() {
    opened.forEach(EventStream::close);
  }

  @AfterAll
  static void stopTheSecond() {
    TWO.stop(SECOND);
  }

  @Test
  void anEventIsHeardWhereverOneListensAndMissedByNobodyWhoComesAgain() {
    var streams = onBothInstances();
    var clinic = Clinic.open();
    var slots = clinic.freeSlots();
    var booking = Booking.of(patient, slots.getFirst(), "card_ok").awaitStatus("CONFIRMED");
    for (var stream : streams) {
      assertThat(
              stream.await(it -> it.name().equals("appointment")).content().path("appointmentId"))
          .hasToString("\"" + booking.id() + "\"");
      assertThat(stream.named("notification")).hasSize(1);
    }
    var last = streams.getFirst().lastId();

    TWO.stop(SECOND);
    await("one of them to end").until(() -> streams.stream().anyMatch(EventStream::hasEnded));
    var missed = Booking.of(patient, slots.get(1), "card_ok").awaitStatus("CONFIRMED");
    var again = open(last);
    again.await(it -> it.content().path("appointmentId").asString("").equals(missed.id()));
    again.await("appointment");
    assertThat(again.events().stream().map(EventStream.Event::name))
        .containsExactly("ready", "notification", "appointment");
  }

  @Test
  void signingOutEndsTheStreamsOfTheSession() {
    var streams = onBothInstances();
    var out = RunningFleet.api().post("/api/v1/auth/logout", Map.of("refreshToken", refreshToken));
    assertThat(out.status()).as(out.raw()).isLessThan(300);
    streams.forEach(EventStream::awaitEnd);
  }

  /** Longer than an answer may take that ends. */
  @Test
  void aStreamOnWhichNothingComesStaysOpen() {
    var stream = open(null);
    stream.await("ready");
    stream.awaitComment();
    var booking =
        Booking.of(patient, Clinic.open().freeSlots().getFirst(), "card_ok")
            .awaitStatus("CONFIRMED");
    stream.await(it -> it.content().path("appointmentId").asString("").equals(booking.id()));
  }

  private List<EventStream> onBothInstances() {
    await("streams on both")
        .until(
            () -> {
              if (hasStreams(FIRST) && hasStreams(SECOND)) {
                return true;
              }
              if (opened.size() < 9) {
                open(null).await("ready");
              }
              return false;
            });
    return List.copyOf(opened);
  }

  private boolean hasStreams(String instance) {
    return Api.at(TWO.operations(instance))
        .get("/actuator/prometheus")
        .raw()
        .lines()
        .filter(it -> it.startsWith("carelane_notifications_streams_open"))
        .anyMatch(it -> !it.endsWith(" 0.0"));
  }

  private EventStream open(String lastEventId) {
    Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + session));
    if (lastEventId != null) {
      headers.put("Last-Event-ID", lastEventId);
    }
    var stream = EventStream.open(URI.create(RunningFleet.fleet().gateway() + STREAM), headers);
    assertThat(stream.status()).isEqualTo(200);
    opened.add(stream);
    return stream;
  }
}
