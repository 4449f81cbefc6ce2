package org.carelane.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordedMessagesTest {

  private final String topic = "topic-" + UUID.randomUUID();
  private final RecordedMessages messages = RecordedMessages.of(topic);

  @AfterEach
  void close() {
    messages.close();
  }

  @Test
  void recordsWhatWasSaidBeforeAndAfterTheFirstLook() throws Exception {
    createTopic();
    TestMessages.send(topic, "a", "Said", "{\"before\":1}");
    assertThat(messages.await("Said", "a").body()).isEqualTo("{\"before\":1}");

    TestMessages.send(topic, "b", "Said", "{\"after\":1}");
    assertThat(messages.await("Said", "b").body()).isEqualTo("{\"after\":1}");
    assertThat(messages.await("Said", "a").body()).isEqualTo("{\"before\":1}");
  }

  @Test
  void waitsForATopicThatIsCreatedLater() throws Exception {
    assertThat(messages.soFar(any -> true)).isEmpty();

    createTopic();
    TestMessages.send(topic, "a", "Said", "{}");
    assertThat(messages.await("Said", "a").topic()).isEqualTo(topic);
  }

  @Test
  void keepsTheOrderOfAKey() throws Exception {
    createTopic();
    for (var type : List.of("First", "Second", "Third")) {
      TestMessages.send(topic, "a", type, "{}");
    }
    assertThat(messages.await(3, message -> "a".equals(message.key())))
        .extracting(RecordedMessage::type)
        .containsExactly("First", "Second", "Third");
  }

  @Test
  void soFarSeesEverythingThatIsThereAndDoesNotWaitForMore() throws Exception {
    createTopic();
    for (int i = 0; i < 20; i++) {
      TestMessages.send(topic, "key-" + i, "Said", "{}");
    }
    assertThat(messages.soFar(message -> "Said".equals(message.type()))).hasSize(20);
    assertThat(messages.soFar(message -> "Unsaid".equals(message.type()))).isEmpty();
  }

  @Test
  void sentMessagesCarryTheHeaders() throws Exception {
    createTopic();
    var id = TestMessages.send(topic, "a", "Said", "{}");
    assertThat(messages.await("Said", "a").headers())
        .isEqualTo(Map.of("type", "Said", "version", "1", "messageId", id));
  }

  @Test
  void aDuplicateHasTheSameIdAndARawRecordHasNone() throws Exception {
    createTopic();
    TestMessages.send(topic, "a", "Said", "{}", "twice");
    TestMessages.send(topic, "a", "Said", "{}", "twice");
    TestMessages.send(new ProducerRecord<>(topic, "not even JSON"));

    assertThat(messages.await(2, message -> "twice".equals(message.messageId()))).hasSize(2);
    assertThat(messages.await(message -> message.headers().isEmpty()).key()).isNull();
  }

  private void createTopic() throws ExecutionException, InterruptedException {
    var servers = Servers.running().kafka();
    try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
    }
  }
}
