package org.carelane.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.carelane.chat.conversation.Conversation;
import org.carelane.chat.conversation.Position;
import org.carelane.contracttesting.Contract;
import org.carelane.testservers.Api;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** What members say and read over REST. */
@ChatServiceIsRunning
@ExtendWith(OutputCaptureExtension.class)
class MessagesTest {

  @LocalServerPort private int port;
  @Autowired private MongoOperations mongo;
  private Api api;
  private Pair pair;

  @BeforeEach
  void meet() {
    api = Api.at(port);
    pair = Pair.withConversation(api);
  }

  @Test
  void bothSendAndReadNewestFirst() {
    var question = pair.say(api.as(pair.patientToken()), "Does it hurt?");
    var answer = pair.say(api.as(pair.doctorToken()), "Not at all");
    assertThat(question.status()).isEqualTo(201);
    assertThat(question.text("senderId")).isEqualTo(pair.patient());
    var page = api.as(pair.patientToken()).get(pair.path() + "/messages");
    assertThat(page.each("text")).containsExactly("Not at all", "Does it hurt?");
    assertThat(page.each("id")).containsExactly(answer.text("id"), question.text("id"));
    assertThat(page.nextCursor()).isNull();
  }

  @Test
  void pagesBackToTheBeginning() {
    var sent = saying(25);
    assertThat(paged("/messages?limit=10")).isEqualTo(sent.reversed());
  }

  @Test
  void catchesUpForwardFromTheLastMessageKnown() {
    var sent = saying(25);
    assertThat(paged("/messages?limit=10&after=" + sent.get(3))).isEqualTo(sent.subList(4, 25));
    assertThat(paged("/messages?after=" + sent.getLast())).isEmpty();
  }

  @Test
  void secondClickSendsNothingTwice() {
    var first = pair.say(api.as(pair.patientToken()).withKey("click-1"), "once");
    var second = pair.say(api.as(pair.patientToken()).withKey("click-1"), "once");
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(pair.say(api.as(pair.patientToken()).withKey("click-1"), "other").problem())
        .isEqualTo("idempotency-key-reused");
    pair.say(api.as(pair.doctorToken()).withKey("click-1"), "another's key is another key");
    assertThat(paged("/messages")).hasSize(2);
  }

  @Test
  void twinsCollapseIntoOne() throws Exception {
    var ids =
        atOnce(20, _ -> pair.say(api.as(pair.patientToken()).withKey("twin"), "once").text("id"));
    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(paged("/messages")).hasSize(1);
  }

  @Test
  void everyMessageFindsItsPlaceWhenAllTalkAtOnce() throws Exception {
    var ids =
        atOnce(
            30,
            i ->
                pair.say(
                        api.as(i % 2 == 0 ? pair.patientToken() : pair.doctorToken()), "hello " + i)
                    .text("id"));
    var seen = paged("/messages?limit=7");
    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(seen.reversed()).isSorted();
    var conversation = api.as(pair.doctorToken()).get(pair.path()).body();
    assertThat(conversation.path("unread").asInt()).isEqualTo(15);
    assertThat(conversation.at("/lastMessage/id").asString()).isEqualTo(seen.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\":null}",
        "{\"text\":\"\"}",
        "{\"text\":\" \\n\"}",
        "{\"text\":{\"$ne\":\"\"}}",
        "{\"text\":",
        "[]"
      })
  void refusesWhatIsNoMessage(String json) {
    var reply = api.as(pair.patientToken()).send("POST", pair.path() + "/messages", json);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.problem()).isIn("invalid-request", "malformed-json");
    assertThat(paged("/messages")).isEmpty();
  }

  @Test
  void limitsTheLength() {
    assertThat(pair.say(api.as(pair.patientToken()), "ü".repeat(4000)).status()).isEqualTo(201);
    assertThat(pair.say(api.as(pair.patientToken()), "x".repeat(4001)).problem())
        .isEqualTo("invalid-request");
  }

  @Test
  void tellsOthersThatButNotWhatWasSaid(CapturedOutput output) {
    var id = pair.say(api.as(pair.patientToken()), "unspeakable").text("id");
    try (var events = RecordedMessages.of("chat.events")) {
      var event = events.await(it -> String.valueOf(it.body()).contains(id));
      assertThat(event.key()).isEqualTo(pair.conversation());
      assertThat(event.type()).isEqualTo("MessageSent");
      assertThat(event.headers()).containsKey("traceparent");
      assertThat(event.body()).contains(pair.doctor()).doesNotContain("unspeakable");
      Contract.of("chat.events", "MessageSent").assertValid(String.valueOf(event.body()));
    }
    assertThat(output).contains(id).doesNotContain("unspeakable");
  }

  /** As if the process had died between saving a message and noting it in its conversation. */
  @Test
  void messageThatWasNotNotedIsMadeUpFor() {
    pair.say(api.as(pair.patientToken()), "noted");
    var id = pair.say(api.as(pair.patientToken()), "saved, then the lights went out").text("id");
    var here = query(where("_id").is(pair.conversation()));
    mongo.updateFirst(
        here, new Update().set("end", Position.START).unset("last"), Conversation.class);

    var event =
        "{\"messageId\": \"%s\", \"conversationId\": \"%s\"}".formatted(id, pair.conversation());
    TestMessages.send("chat.events", pair.conversation(), "MessageSent", event);
    await()
        .until(
            () -> api.as(pair.doctorToken()).get(pair.path()).body().path("unread").asInt() == 2);
  }

  @Test
  void nextMessageFindsItsPlaceBehindOnesThatWereNotNoted() {
    var sent = saying(3);
    var here = query(where("_id").is(pair.conversation()));
    mongo.updateFirst(
        here, new Update().set("end", Position.START).unset("last"), Conversation.class);
    var next = pair.say(api.as(pair.doctorToken()), "and on").text("id");
    assertThat(paged("/messages").reversed())
        .startsWith(sent.toArray(String[]::new))
        .endsWith(next);
  }

  @Test
  void isDescribed() {
    var description = api.get("/v3/api-docs");
    assertThat(description.status()).isEqualTo(200);
    assertThat(description.body().path("paths").propertyNames())
        .contains("/api/v1/conversations", "/api/v1/conversations/{id}/messages");
  }

  private List<String> saying(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> pair.say(api.as(pair.patientToken()), "message " + i).text("id"))
        .toList();
  }

  private List<String> paged(String path) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      var joint = path.contains("?") ? "&" : "?";
      var page = api.as(pair.doctorToken()).get(pair.path() + path + joint + "cursor=" + cursor);
      assertThat(page.status()).isEqualTo(200);
      ids.addAll(page.each("id"));
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }

  private interface Call {
    String number(int i);
  }

  private static List<String> atOnce(int calls, Call call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        int number = i;
        all.add(threads.submit(() -> call.number(number)));
      }
      List<String> results = new ArrayList<>();
      for (var one : all) {
        results.add(one.get());
      }
      return results;
    }
  }
}
