package org.carelane.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.carelane.messaging.Topics;
import org.carelane.testservers.Api;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import org.carelane.testservers.WithServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.SendResult;
import tools.jackson.databind.JsonNode;

/** What an administrator sees of dead letters and does with them, against a real broker. */
@WithServers
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=workshop",
      "spring.config.import=classpath:messaging.yml",
      "carelane.messaging.attempts=1"
    })
class RedriveTest {

  private static final String LETTERS = "/api/v1/admin/dead-letters/workshop";
  private static final String BODY = "{\"diagnosis\":\"a broken leg\"}";

  @LocalServerPort private int port;
  @Autowired private Workshop workshop;
  @Autowired private DeadLetters letters;
  @Autowired private ProducerFactory<String, String> producers;
  private final String account = UUID.randomUUID().toString();
  private final String key = UUID.randomUUID().toString();
  private Api admin;

  @BeforeEach
  void signIn() {
    admin = Api.at(port).as(TestTokens.admin(account));
  }

  @AfterEach
  void mend() {
    workshop.isMended();
  }

  @Test
  void whatIsSentAgainWhenItsCauseIsGoneIsHandledAndSettled(CapturedOutput log) {
    workshop.failsAt(key);
    var id = TestMessages.send(Workshop.ORDERS, key, "MakeTable", BODY);
    var parked = awaitOpen(Workshop.ORDERS, key);
    assertThat(parked.path("messageId").asString()).isEqualTo(id);
    assertThat(parked.path("type").asString()).isEqualTo("MakeTable");
    assertThat(parked.path("version").asInt()).isEqualTo(1);
    assertThat(parked.path("consumerGroup").asString()).startsWith("workshop");
    assertThat(parked.path("exception").asString())
        .isEqualTo(UnsupportedOperationException.class.getName());
    assertThat(parked.path("originalOffset").isNumber()).isTrue();
    assertThat(workshop.hasDone(key)).isFalse();

    workshop.isMended();
    var sent = admin.post(path(parked) + "/send-again");
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.text("state")).isEqualTo("SENT_AGAIN");
    await().until(() -> workshop.hasDone(key));

    assertThat(list("OPEN")).noneMatch(it -> isOf(key, it));
    var settled = list("SETTLED").stream().filter(it -> isOf(key, it)).findFirst().orElseThrow();
    assertThat(settled.path("settledBy").asString()).isEqualTo(account);
    assertThat(settled).isEqualTo(sent.body());
    assertThat(log.getOut())
        .containsOnlyOnce("Sent again by " + account)
        .contains("%s@%d (MakeTable, message %s)".formatted(Workshop.ORDERS, offset(parked), id))
        .doesNotContain("broken leg");
  }

  @Test
  void itIsSentAsItWasAndWithoutWhatParkingAdded() {
    workshop.failsAt(key);
    TestMessages.send(Workshop.ORDERS, key, "MakeTable", BODY);
    admin.post(path(awaitOpen(Workshop.ORDERS, key)) + "/send-again");
    try (var orders = RecordedMessages.of(Workshop.ORDERS)) {
      var both = orders.await(2, it -> key.equals(it.key()));
      assertThat(both.get(1)).isEqualTo(both.get(0));
      assertThat(both.get(1).headers()).containsOnlyKeys("type", "version", "messageId");
    }
  }

  @Test
  void clicksAtTheSameTimeAndLaterOnesSendItOnce() throws Exception {
    workshop.failsAt(key);
    TestMessages.send(Workshop.ORDERS, key, "MakeTable", BODY);
    var again = path(awaitOpen(Workshop.ORDERS, key)) + "/send-again";
    workshop.isMended();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var clicks =
          IntStream.range(0, 5)
              .mapToObj(
                  _ -> CompletableFuture.supplyAsync(() -> admin.post(again).status(), people))
              .toList();
      assertThat(clicks).allMatch(it -> it.join() == 200);
    }
    assertThat(admin.post(again).text("settledBy")).isEqualTo(account);
    assertThat(ofKey(Workshop.ORDERS, key)).hasSize(2);
    assertThat(ofKey(Workshop.ORDERS + Topics.DEAD_LETTERS, key)).hasSize(2);
  }

  @Test
  void whatFailsAgainIsParkedAnew() {
    workshop.failsAt(key);
    TestMessages.send(Workshop.ORDERS, key, "MakeTable", BODY);
    var first = awaitOpen(Workshop.ORDERS, key);
    admin.post(path(first) + "/send-again");
    await()
        .untilAsserted(
            () ->
                assertThat(list("OPEN"))
                    .filteredOn(it -> isOf(key, it))
                    .singleElement()
                    .satisfies(it -> assertThat(offset(it)).isGreaterThan(offset(first))));
    assertThat(list("SETTLED")).anyMatch(it -> offset(it) == offset(first));
  }

  @Test
  void afterACrashBetweenSendingAndSettlingItIsStillOpen() {
    workshop.failsAt(key);
    TestMessages.send(Workshop.ORDERS, key, "MakeTable", BODY);
    var parked = awaitOpen(Workshop.ORDERS, key);
    workshop.isMended();
    var crashes = new Redrive(letters, new SendsButDoesNotSettle(producers), Clock.systemUTC());
    assertThatThrownBy(() -> crashes.sendAgain(Workshop.ORDERS, offset(parked), account))
        .isInstanceOf(BrokerAway.class);
    await().until(() -> workshop.hasDone(key));

    assertThat(list("OPEN")).anyMatch(it -> isOf(key, it));
    assertThat(admin.post(path(parked) + "/send-again").text("state")).isEqualTo("SENT_AGAIN");
    assertThat(list("OPEN")).noneMatch(it -> isOf(key, it));
  }

  @Test
  void whatIsDismissedIsNotSentAgain(CapturedOutput log) {
    workshop.failsAt(key);
    TestMessages.send(Workshop.ORDERS, key, "MakeTable", BODY);
    var parked = awaitOpen(Workshop.ORDERS, key);
    for (int click = 0; click < 2; click++) {
      assertThat(admin.post(path(parked) + "/dismiss").text("state")).isEqualTo("DISMISSED");
    }
    assertThat(list("OPEN")).noneMatch(it -> isOf(key, it));
    var refused = admin.post(path(parked) + "/send-again");
    assertThat(refused.refused()).isEqualTo("409 dead-letter-settled");
    assertThat(refused.text("state")).isEqualTo("DISMISSED");
    assertThat(ofKey(Workshop.ORDERS, key)).hasSize(1);
    assertThat(log.getOut()).containsOnlyOnce("Dismissed by " + account);
  }

  @Test
  void allOfATopicAreSentInTheirOrderAndWhatFailsMeanwhileIsLeft() {
    var keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(5).toList();
    keys.forEach(workshop::failsAt);
    keys.forEach(it -> TestMessages.send(Workshop.RETURNS, it, "TakeBack", BODY));
    keys.forEach(it -> awaitOpen(Workshop.RETURNS, it));
    var order =
        list("OPEN").stream()
            .filter(it -> keys.contains(keyOf(it)))
            .sorted(Comparator.comparing(RedriveTest::offset))
            .map(RedriveTest::keyOf)
            .toList();

    var all = LETTERS + "/" + Workshop.RETURNS + "/send-again?limit=2";
    var first = admin.post(all).body();
    assertThat(first.path("sent").asInt()).isEqualTo(2);
    assertThat(first.path("left").asInt()).isEqualTo(3);
    var upTo = "&upTo=" + first.path("upTo").asLong();
    assertThat(admin.post(all + upTo).body().path("left").asInt()).isEqualTo(1);
    assertThat(admin.post(all + upTo).body().path("left").asInt()).isZero();
    assertThat(admin.post(all + upTo).body().path("sent").asInt()).isZero();

    try (var parked = RecordedMessages.of(Workshop.RETURNS + Topics.DEAD_LETTERS)) {
      var settled = parked.soFar(it -> "DeadLetterSettled".equals(it.type()));
      assertThat(settled).extracting(it -> it.key()).containsExactlyElementsOf(order);
    }
    keys.forEach(it -> awaitOpen(Workshop.RETURNS, it)); // none of them was mended
  }

  @Test
  void theNewestComesFirstPageByPage() {
    var keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(3).toList();
    for (var each : keys) {
      workshop.failsAt(each);
      TestMessages.send(Workshop.ORDERS, each, "MakeTable", BODY);
      awaitOpen(Workshop.ORDERS, each);
    }
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = admin.get(LETTERS + "?limit=1&topic=" + Workshop.ORDERS + "&cursor=" + cursor);
      assertThat(page.each("key")).hasSizeLessThanOrEqualTo(1);
      seen.addAll(page.each("key"));
      cursor = page.nextCursor();
    } while (cursor != null);
    seen.retainAll(keys);
    assertThat(seen).containsExactlyElementsOf(keys.reversed());
  }

  @Test
  void listsTellNothingButIdsAndNames() {
    workshop.failsAt("Amina has a cold");
    TestMessages.send(Workshop.ORDERS, "Amina has a cold", "she sneezes", BODY);
    await()
        .until(() -> !ofKey(Workshop.ORDERS + Topics.DEAD_LETTERS, "Amina has a cold").isEmpty());
    var page = admin.get(LETTERS + "?limit=100");
    assertThat(page.raw()).doesNotContain("Amina", "sneezes", "broken leg", "no tool for");
    var parked =
        list("OPEN").stream().filter(it -> it.path("key").isNull()).findFirst().orElseThrow();
    var whole = admin.get(path(parked)).body();
    assertThat(whole.path("key").asString()).isEqualTo("Amina has a cold");
    assertThat(whole.path("payload").asString()).isEqualTo(BODY);
    assertThat(whole.path("headers").path("type").asString()).isEqualTo("she sneezes");
    assertThat(whole.path("stackTrace").asString()).contains("no tool for Amina");
    admin.post(path(parked) + "/dismiss");
  }

  @Test
  void whatAnotherServiceCouldNotHandleIsItsOwn() {
    var record = new ProducerRecord<>(Workshop.ORDERS + Topics.DEAD_LETTERS, key, BODY);
    record.headers().add(KafkaHeaders.DLT_ORIGINAL_TOPIC, Workshop.ORDERS.getBytes(UTF_8));
    record.headers().add(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, "workshops".getBytes(UTF_8));
    var sent = new KafkaTemplate<>(producers).send(record).join();
    assertThat(list("OPEN")).noneMatch(it -> isOf(key, it));
    var path = LETTERS + "/" + Workshop.ORDERS + "/" + sent.getRecordMetadata().offset();
    assertThat(admin.get(path).refused()).isEqualTo("404 not-found");
    assertThat(admin.post(path + "/send-again").refused()).isEqualTo("404 not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ?topic=workshop.invoices, 404 not-found",
    "GET, ?state=LOST, 400 invalid-request",
    "GET, ?cursor=bm90aGluZw, 400 invalid-request",
    "GET, ?limit=101, 400 invalid-request",
    "GET, /workshop.orders/987654321, 404 not-found",
    "GET, /workshop.invoices/0, 404 not-found",
    "GET, /no.such.topic/0, 404 not-found",
    "POST, /workshop.orders/987654321/send-again, 404 not-found",
    "POST, /workshop.invoices/0/dismiss, 404 not-found",
    "POST, /workshop.invoices/send-again, 404 not-found",
    "POST, /workshop.orders/send-again?limit=0, 400 invalid-request"
  })
  void whatIsNotThereOrNotMeantIsRefused(String method, String path, String refusal) {
    assertThat(admin.send(method, LETTERS + path, null).refused()).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ''",
    "GET, /workshop.orders/0",
    "POST, /workshop.orders/0/send-again",
    "POST, /workshop.orders/0/dismiss",
    "POST, /workshop.orders/send-again"
  })
  void onlyAdministratorsComeIn(String method, String path) {
    var anyone = Api.at(port);
    assertThat(anyone.send(method, LETTERS + path, null).refused())
        .isEqualTo("401 unauthenticated");
    for (var token : List.of(TestTokens.patient(account), TestTokens.doctor(account))) {
      assertThat(anyone.as(token).send(method, LETTERS + path, null).refused())
          .isEqualTo("403 forbidden");
    }
  }

  private JsonNode awaitOpen(String topic, String key) {
    return await("dead letter of " + key)
        .until(
            () ->
                list("OPEN").stream()
                    .filter(it -> isOf(key, it) && it.path("topic").asString().equals(topic))
                    .findFirst(),
            it -> it.isPresent())
        .orElseThrow();
  }

  private List<JsonNode> list(String state) {
    var page = admin.get(LETTERS + "?limit=100&state=" + state);
    assertThat(page.status()).as(page.raw()).isEqualTo(200);
    return page.body().path("items").valueStream().toList();
  }

  private static List<?> ofKey(String topic, String key) {
    try (var records = RecordedMessages.of(topic)) {
      return records.soFar(it -> key.equals(it.key()));
    }
  }

  private static boolean isOf(String key, JsonNode letter) {
    return key.equals(keyOf(letter));
  }

  private static String keyOf(JsonNode letter) {
    return letter.path("key").asString("");
  }

  private static long offset(JsonNode letter) {
    return letter.path("offset").asLong();
  }

  private static String path(JsonNode letter) {
    return LETTERS + "/" + letter.path("topic").asString() + "/" + offset(letter);
  }

  private static final class SendsButDoesNotSettle extends KafkaTemplate<String, String> {

    SendsButDoesNotSettle(ProducerFactory<String, String> producers) {
      super(producers);
    }

    @Override
    public CompletableFuture<SendResult<String, String>> send(
        ProducerRecord<String, String> record) {
      return record.topic().endsWith(Topics.DEAD_LETTERS)
          ? CompletableFuture.failedFuture(new TimeoutException("gone"))
          : super.send(record);
    }
  }
}
