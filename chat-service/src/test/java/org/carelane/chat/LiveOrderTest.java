package org.carelane.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carelane.chat.conversation.Position;
import org.carelane.chat.conversation.Side;
import org.carelane.chat.message.ChatMessage;
import org.carelane.chat.message.MessageView;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestMessages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Live messages come in the order of their places, however many write at once and in whatever order
 * replicas publish. So who has seen one, and asks for those after it, misses nothing.
 */
@ChatServiceIsRunning
class LiveOrderTest {

  private static final int WRITERS = 8;

  /** Within the burst of a session. Takes some seconds: more than 50 messages each second. */
  private static final int EACH = 40;

  private static AnotherReplica other;

  @LocalServerPort private int port;
  @Autowired private MongoOperations mongo;
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
    api = Api.at(port);
    pair = Pair.withConversation(api);
  }

  @Test
  void eightWritersAtOnceAreHeardInOneOrderOnBothReplicas() throws Exception {
    var first = pair.say(api.as(pair.doctorToken()), "first").text("id");
    try (var doctor = listening(port, pair.doctorToken());
        var patient = listening(other.port(), pair.patientToken())) {
      writeAtOnce();
      var stored = after(first);
      assertThat(stored).hasSize(WRITERS * EACH).doesNotHaveDuplicates();
      for (var listener : List.of(doctor, patient)) {
        assertThat(heard(listener, stored.size())).isEqualTo(stored);
      }
      var known = stored.get(stored.size() / 2);
      assertThat(after(known)).isEqualTo(stored.subList(stored.size() / 2 + 1, stored.size()));
    }
  }

  @Test
  void whatIsPublishedInTheWrongOrderIsShownInTheRightOne() {
    try (var doctor = listening(port, pair.doctorToken())) {
      var stored = IntStream.rangeClosed(1, 3).mapToObj(this::stored).toList();
      for (var message : stored.reversed()) {
        publish(message);
      }
      var heard = heard(doctor, 3);
      assertThat(heard).isEqualTo(stored.stream().map(ChatMessage::id).toList());
      pair.say(api.as(pair.patientToken()), "the next");
      assertThat(doctor.next().text()).isEqualTo("the next");
    }
  }

  @Test
  void whatWasThereBeforeIsReadByRest() {
    var before = stored(1);
    try (var doctor = listening(port, pair.doctorToken())) {
      publish(before);
      pair.say(api.as(pair.patientToken()), "the next");
      assertThat(doctor.next().text()).isEqualTo("the next");
    }
  }

  private LiveClient listening(int replica, String token) {
    return LiveClient.connected(replica, token).listeningTo(pair.conversation());
  }

  private static List<String> heard(LiveClient listener, int count) {
    return Stream.generate(listener::next).limit(count).map(MessageView::id).toList();
  }

  /** Both people on both replicas, by STOMP and by REST. */
  private void writeAtOnce() throws InterruptedException, ExecutionException {
    var ready = new CountDownLatch(WRITERS);
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      var writing = new ArrayList<Future<?>>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        writing.add(threads.submit(() -> write(writer, ready)));
      }
      for (var it : writing) {
        it.get();
      }
    }
  }

  private Void write(int writer, CountDownLatch ready) throws InterruptedException {
    int replica = writer % 2 == 0 ? port : other.port();
    var token = writer % 4 < 2 ? pair.doctorToken() : pair.patientToken();
    boolean live = writer < WRITERS / 2;
    try (var client = LiveClient.connected(replica, token)) {
      ready.countDown();
      ready.await();
      for (int i = 0; i < EACH; i++) {
        var text = "writer " + writer + " number " + i;
        if (live) {
          client.send(pair.conversation(), text);
        } else {
          assertThat(pair.say(Api.at(replica).as(token), text).status()).isEqualTo(201);
        }
      }
    }
    return null;
  }

  private List<String> after(String known) {
    var ids = new ArrayList<String>();
    var path = pair.path() + "/messages?limit=100&after=" + known;
    var page = api.as(pair.patientToken()).get(path);
    while (true) {
      ids.addAll(page.each("id"));
      if (page.nextCursor() == null) {
        return ids;
      }
      page = api.as(pair.patientToken()).get(path + "&cursor=" + page.nextCursor());
    }
  }

  /** A message whose event is not published yet. */
  private ChatMessage stored(int place) {
    var message =
        new ChatMessage(
            Ids.next(),
            Ids.next(),
            pair.conversation(),
            position(place),
            pair.patient(),
            "number " + place,
            Instant.now(),
            List.of());
    return mongo.insert(message);
  }

  private Position position(int place) {
    var side = pair.patient().compareTo(pair.doctor()) < 0 ? Side.FIRST : Side.SECOND;
    var position = Position.START;
    for (int i = 0; i < place; i++) {
      position = position.next(side);
    }
    return position;
  }

  private void publish(ChatMessage message) {
    var event =
        new Event(
            message.id(),
            message.conversationId(),
            message.senderId(),
            List.of(pair.doctor()),
            message.sentAt());
    TestMessages.send(
        "chat.events",
        message.conversationId(),
        "MessageSent",
        JsonMapper.shared().writeValueAsString(event));
  }

  private record Event(
      String messageId,
      String conversationId,
      String senderId,
      List<String> recipientIds,
      Instant occurredAt) {}
}
