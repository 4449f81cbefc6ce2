package org.carelane.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Two replicas with one database and one broker: it does not matter who is connected to which. */
@ChatServiceIsRunning
class ReplicasTest {

  private static AnotherReplica other;

  @LocalServerPort private int port;
  private int otherPort;
  private Pair pair;
  private Api api;

  @BeforeAll
  static void startAnother(@Autowired Environment first) {
    other = AnotherReplica.start(first);
  }

  @AfterAll
  static void stopIt() {
    other.close();
  }

  @BeforeEach
  void meet() {
    otherPort = other.port();
    api = Api.at(port);
    pair = Pair.withConversation(api);
  }

  @Test
  void messagesReachMembersOnEitherReplica() {
    try (var doctor = doctorOn(port);
        var patient = patientOn(otherPort)) {
      pair.say(api.as(pair.doctorToken()), "from the first");
      assertThat(patient.next().text()).isEqualTo("from the first");
      assertThat(doctor.next().text()).isEqualTo("from the first");
      pair.say(Api.at(otherPort).as(pair.patientToken()), "from the second");
      assertThat(doctor.next().text()).isEqualTo("from the second");
      patient.send(pair.conversation(), "by STOMP");
      assertThat(doctor.next().text()).isEqualTo("by STOMP");
    }
  }

  @Test
  void liveMessagesTakeMillisecondsNotSeconds() {
    List<Long> millis = new ArrayList<>();
    try (var doctor = doctorOn(port);
        var patient = patientOn(otherPort)) {
      for (int i = 0; i < 30; i++) {
        long before = System.nanoTime();
        doctor.sendTo(
            "/app/conversations/" + pair.conversation() + "/messages", new LiveClient.Draft("hi"));
        patient.next();
        millis.add((System.nanoTime() - before) / 1_000_000);
      }
    }
    var sorted = millis.stream().sorted().toList();
    System.out.println("live latency over two replicas, ms: " + sorted);
    assertThat(sorted.get(sorted.size() / 2)).isLessThan(500);
  }

  @Test
  void whoWasAwayCatchesUpAndGoesOnOnAnotherReplica() {
    String known;
    try (var patient = patientOn(port)) {
      pair.say(api.as(pair.doctorToken()), "seen");
      known = patient.next().id();
    }
    pair.say(api.as(pair.doctorToken()), "missed 1");
    pair.say(Api.at(otherPort).as(pair.doctorToken()), "missed 2");
    try (var patient = patientOn(otherPort)) {
      var missed =
          Api.at(otherPort)
              .as(pair.patientToken())
              .get(pair.path() + "/messages?after=" + known)
              .each("text");
      assertThat(missed).isEqualTo(Arrays.asList("missed 1", "missed 2"));
      pair.say(api.as(pair.doctorToken()), "live again");
      assertThat(awaitText(patient, "live again")).isTrue();
    }
  }

  /** Earlier ones may still come: delivery is at least once. */
  private static boolean awaitText(LiveClient client, String text) {
    return Stream.generate(client::next).anyMatch(it -> it.text().equals(text));
  }

  private LiveClient doctorOn(int replica) {
    return LiveClient.connected(replica, pair.doctorToken()).listeningTo(pair.conversation());
  }

  private LiveClient patientOn(int replica) {
    return LiveClient.connected(replica, pair.patientToken()).listeningTo(pair.conversation());
  }
}
